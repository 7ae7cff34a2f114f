//! Writes a large ServiceCatalogue in the scheme's format, always the same for the same number of services:
//! `cargo run --example generate_catalogue -- 10000 > ServiceCatalogue.xml`
//!
//! All content is invented: names are combinations of common words, OINs are from the test range.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::unwrap_used, reason = "tests may panic")]
#![allow(dead_code, reason = "compiled as an example program and as a module of the tests")]

use std::io::{self, Write};

const PLACES: &str = "Aalten Almelo Apeldoorn Arnhem Assen Barneveld Bergeijk Beverwijk Boxtel Breda Bronckhorst Castricum \
    Coevorden Culemborg Delfzijl Deurne Deventer Doetinchem Dordrecht Drachten Edam Eindhoven Emmen Enschede Ermelo \
    Geldrop Gemert Goes Gorinchem Haarlem Harderwijk Heerenveen Helmond Hengelo Heusden Hoorn Houten Huizen IJsselstein \
    Kampen Katwijk Krimpen Laren Leiden Lelystad Lisse Maastricht Meppel Middelburg Naarden Nijmegen Noordwijk Oldenzaal \
    Ommen Oosterhout Opmeer Oss Purmerend Raalte Renkum Rheden Roermond Roosendaal Sittard Sluis Sneek Soest Stadskanaal \
    Terneuzen Texel Tiel Uden Urk Valkenswaard Veenendaal Velp Venlo Vlissingen Voorst Vught Waalwijk Wageningen Weert \
    Winschoten Winterswijk Woerden Wormer Zaltbommel Zandvoort Zeist Zevenaar Zoetermeer Zutphen Zwijndrecht";
const KINDS: &[(&str, &str)] = &[
    ("Gemeente {}", "Municipality of {}"),
    ("Waterschap {}", "Water Authority {}"),
    ("Omgevingsdienst {}", "Environment Agency {}"),
    ("Veiligheidsregio {}", "Safety Region {}"),
    ("Belastingsamenwerking {}", "Joint Tax Office {}"),
];
const SUBJECTS: &[(&str, &str)] = &[
    ("Parkeervergunning", "Parking permit"),
    ("Evenementenvergunning", "Event permit"),
    ("Omgevingsvergunning", "Environment and planning permit"),
    ("Horecavergunning", "Catering licence"),
    ("Terrasvergunning", "Pavement café licence"),
    ("Exploitatievergunning", "Operating licence"),
    ("Standplaats op de markt", "Market pitch"),
    ("Ontheffing zwaar verkeer", "Exemption for heavy vehicles"),
    ("Subsidie verduurzaming", "Sustainability grant"),
    ("Subsidie vrijwilligers", "Grant for volunteers"),
    ("Bedrijfsafval", "Business waste"),
    ("Toeristenbelasting", "Tourist tax"),
    ("Reclamebelasting", "Advertising tax"),
    ("Onroerendezaakbelasting", "Property tax"),
    ("Leerlingenvervoer", "School transport"),
    ("Kinderopvangregister", "Childcare register"),
    ("Wmo-declaraties", "Social support claims"),
    ("Jeugdzorgdeclaraties", "Youth care claims"),
    ("Grondwateronttrekking", "Groundwater extraction"),
    ("Lozing afvalwater", "Waste water discharge"),
    ("Bodemonderzoek", "Soil survey"),
    ("Asbestverwijdering", "Asbestos removal"),
    ("Crisisorganisatie", "Crisis organisation"),
    ("Brandveilig gebruik", "Fire safety"),
];
const ACTIONS: &[(&str, &str)] = &[
    ("aanvragen", "application"),
    ("wijzigen", "change"),
    ("verlengen", "renewal"),
    ("opzeggen", "cancellation"),
    ("melden", "notification"),
    ("inzien", "view"),
    ("aangifte", "return"),
];
const LEVELS: [&str; 5] = ["loa2plus", "loa3", "loa3", "loa3", "loa4"];
const BROKER: &str = "00000099000000000900";
const PER_PROVIDER: usize = 28;

/// Pseudo-random numbers with a fixed seed (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        number ^ (number >> 31)
    }

    fn uuid(&mut self) -> String {
        let (high, low) = (self.next(), self.next());
        let parts =
            (high >> 32, high >> 16 & 0xffff, high & 0xfff, low >> 48 & 0x3fff | 0x8000, low & 0xffff_ffff_ffff);
        format!("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", parts.0, parts.1, parts.2, parts.3, parts.4)
    }
}

/// Writes a catalogue with this many services.
pub fn generate(services: usize, mut to: impl Write) -> io::Result<()> {
    let mut numbers = Numbers(1);
    writeln!(
        to,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- Invented. -->
<esc:ServiceCatalogue xmlns:esc="urn:etoegang:1.13:service-catalog" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion"
    ID="_generated" esc:IssueInstant="2026-11-01T06:00:00Z" esc:Version="urn:etoegang:1.13:53">
  <ds:Signature><ds:SignedInfo/><ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>"#
    )?;
    for provider in 0..services.div_ceil(PER_PROVIDER) {
        let of_it = PER_PROVIDER.min(services - provider * PER_PROVIDER);
        self::provider(provider, of_it, &mut numbers, &mut to)?;
    }
    writeln!(to, "</esc:ServiceCatalogue>")
}

fn provider(number: usize, services: usize, numbers: &mut Numbers, to: &mut impl Write) -> io::Result<()> {
    let places: Vec<&str> = PLACES.split_whitespace().collect();
    let (nl, en) = KINDS[number / places.len() % KINDS.len()];
    let place = places[number % places.len()];
    let oin = format!("00000099{:012}", 1000 + number);
    writeln!(to, r#"  <esc:ServiceProvider esc:IsPublic="true">"#)?;
    writeln!(to, "    <esc:ServiceProviderID>{oin}</esc:ServiceProviderID>")?;
    for (lang, name) in [("nl", nl), ("en", en)] {
        let name = name.replace("{}", place);
        writeln!(to, r#"    <esc:OrganizationDisplayName xml:lang="{lang}">{name}</esc:OrganizationDisplayName>"#)?;
    }
    let mut uuids = Vec::new();
    for service in 0..services {
        uuids.push(numbers.uuid());
        definition(number + service, &uuids[service], numbers, to)?;
    }
    for (service, uuid) in uuids.iter().enumerate() {
        instance(&oin, service, uuid, numbers, to)?;
    }
    writeln!(to, "  </esc:ServiceProvider>")
}

fn definition(number: usize, uuid: &str, numbers: &mut Numbers, to: &mut impl Write) -> io::Result<()> {
    let subject = SUBJECTS[number % SUBJECTS.len()];
    let action = ACTIONS[number / SUBJECTS.len() % ACTIONS.len()];
    let level = LEVELS[numbers.next() as usize % LEVELS.len()];
    writeln!(to, r#"    <esc:ServiceDefinition esc:IsPublic="true">"#)?;
    writeln!(to, "      <esc:ServiceUUID>{uuid}</esc:ServiceUUID>")?;
    for (lang, subject, action) in [("nl", subject.0, action.0), ("en", subject.1, action.1)] {
        writeln!(to, r#"      <esc:ServiceName xml:lang="{lang}">{subject} {action}</esc:ServiceName>"#)?;
    }
    for lang in ["nl", "en"] {
        let text = "Wat een organisatie hier kan regelen. ".repeat(6);
        writeln!(to, r#"      <esc:ServiceDescription xml:lang="{lang}">{text}</esc:ServiceDescription>"#)?;
    }
    writeln!(
        to,
        "      <saml2:AuthnContextClassRef>urn:etoegang:core:assurance-class:{level}</saml2:AuthnContextClassRef>
      <esc:HerkenningsmakelaarId>{BROKER}</esc:HerkenningsmakelaarId>
      <esc:EntityConcernedTypesAllowed setNumber=\"1\">urn:etoegang:1.9:EntityConcernedID:KvKnr</esc:EntityConcernedTypesAllowed>"
    )?;
    if numbers.next().is_multiple_of(3) {
        writeln!(
            to,
            "      <esc:ServiceRestrictionsAllowed>urn:etoegang:1.9:ServiceRestriction:Vestigingsnr</esc:ServiceRestrictionsAllowed>"
        )?;
    }
    writeln!(to, "    </esc:ServiceDefinition>")
}

fn instance(oin: &str, service: usize, of: &str, numbers: &mut Numbers, to: &mut impl Write) -> io::Result<()> {
    let uuid = numbers.uuid();
    let certificate: String = (0..24).map(|_| format!("{:016x}", numbers.next())).collect();
    writeln!(
        to,
        r#"    <esc:ServiceInstance esc:IsPublic="true">
      <esc:ServiceID>urn:etoegang:DV:{oin}:services:{service}</esc:ServiceID>
      <esc:ServiceUUID>{uuid}</esc:ServiceUUID>
      <esc:InstanceOfService>{of}</esc:InstanceOfService>
      <esc:ServiceURL xml:lang="nl">https://loket.voorbeeld.example/{service}</esc:ServiceURL>
      <esc:HerkenningsmakelaarId>{BROKER}</esc:HerkenningsmakelaarId>
      <esc:SSOSupport>false</esc:SSOSupport>
      <esc:ServiceCertificate><md:KeyDescriptor use="encryption"><ds:KeyInfo><ds:X509Data>
        <ds:X509Certificate>{certificate}</ds:X509Certificate>
      </ds:X509Data></ds:KeyInfo></md:KeyDescriptor></esc:ServiceCertificate>
    </esc:ServiceInstance>"#
    )
}

fn main() {
    let services = std::env::args().nth(1).map_or(10_000, |count| count.parse().expect("a number of services"));
    generate(services, io::BufWriter::new(io::stdout().lock())).expect("written");
}
