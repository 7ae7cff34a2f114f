"""Writes tests/pdf/fixtures, with pikepdf, Pillow and fonttools: python3 tests/pdf/fixtures.py

Everything is made up: coloured fields, and letters of DejaVu Sans, which is free. Only needed to change the fixtures.
"""

import io
import struct
import sys
from pathlib import Path

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, Pdf, Stream
from PIL import Image, TiffImagePlugin

FOLDER = Path(__file__).parent / "fixtures"
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
RED, BLUE = (220, 30, 30), (30, 30, 220)


def save(name, pdf, **options):
    pdf.save(FOLDER / f"{name}.pdf", deterministic_id="encryption" not in options, **options)


def page(pdf, content, size=(200, 100), resources=None, **more):
    entries = Dictionary(
        Type=Name.Page, MediaBox=Array([0, 0, *size]), Resources=resources or Dictionary(),
        Contents=Stream(pdf, content), **more,
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(entries)))


def fields(pdf, left=RED, right=BLUE, **more):
    """A page of two coloured fields."""
    paint = lambda colour, at: " ".join(f"{part / 255:.3f}" for part in colour) + f" rg {at} 0 100 100 re f\n"
    page(pdf, (paint(left, 0) + paint(right, 100)).encode(), **more)


def halves(mode="RGB"):
    picture = Image.new(mode, (400, 200), RED if mode == "RGB" else 0)
    picture.paste(BLUE if mode == "RGB" else 1, (200, 0, 400, 200))
    return picture


def scan(name, data, text=b"", fonts=None, **entries):
    """A page that is one picture, as scanners make them."""
    pdf = Pdf.new()
    picture = Stream(pdf, data)
    for key, value in dict(Type=Name.XObject, Subtype=Name.Image, Width=400, Height=200, **entries).items():
        picture[f"/{key}"] = value
    resources = Dictionary(XObject=Dictionary(Im0=picture), **(fonts or {}))
    page(pdf, b"q 200 0 0 100 0 0 cm /Im0 Do Q " + text, resources=resources)
    save(name, pdf)


def encoded(picture, form, **options):
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def fax():
    """The two halves, the left one black, in the code of ITU T.6."""
    TiffImagePlugin.STRIP_SIZE = 1 << 20
    tiff = encoded(halves("1"), "TIFF", compression="group4")
    tags = Image.open(io.BytesIO(tiff)).tag_v2
    (offset,), (length,) = tags[TiffImagePlugin.STRIPOFFSETS], tags[TiffImagePlugin.STRIPBYTECOUNTS]
    return tiff[offset : offset + length], tags[TiffImagePlugin.PHOTOMETRIC_INTERPRETATION]


def jbig2(data):
    """A page with one generic region, coded like a fax."""
    segment = lambda number, kind, content: struct.pack(">IBBBI", number, kind, 0, 1, len(content)) + content
    information = struct.pack(">IIIIBH", 400, 200, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", 400, 200, 0, 0, 0, 1) + data
    return segment(0, 48, information) + segment(1, 38, region)


def embedded(pdf):
    font = TTFont(FONT)
    options = subset.Options(glyph_names=False, hinting=False, layout_features=[], name_IDs=[], notdef_outline=False)
    smaller = subset.Subsetter(options)
    smaller.populate(text="PAS")
    smaller.subset(font)
    out = io.BytesIO()
    font.save(out)
    program = Stream(pdf, out.getvalue())
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/ABCDEF+DejaVuSans"), Flags=32, FontBBox=Array([-1021, -463, 1793, 1232]),
        ItalicAngle=0, Ascent=928, Descent=-236, CapHeight=730, StemV=80, FontFile2=program,
    )
    return Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+DejaVuSans"), Encoding=Name.WinAnsiEncoding,
        FirstChar=65, LastChar=83, Widths=Array([684] * 19), FontDescriptor=descriptor,
    )


HELVETICA = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def text(name, font, mode=0):
    pdf = Pdf.new()
    resources = Dictionary(Font=Dictionary(F0=font(pdf)))
    page(pdf, f"BT /F0 60 Tf {mode} Tr 20 25 Td (PAS) Tj ET".encode(), resources=resources)
    save(name, pdf)


def one_page():
    pdf = Pdf.new()
    fields(pdf)
    return pdf


def main():
    FOLDER.mkdir(exist_ok=True)
    save("fields", one_page(), object_stream_mode=ObjectStreamMode.disable)
    save("fields-in-streams", one_page(), object_stream_mode=ObjectStreamMode.generate)

    two = one_page()
    fields(two, BLUE, RED)
    save("two-pages", two)

    rotated = Pdf.new()
    fields(rotated, Rotate=90)
    save("rotated", rotated)

    large = Pdf.new()
    fields(large, size=(20000, 100))
    save("large-page", large)

    picture = halves()
    colour = dict(ColorSpace=Name.DeviceRGB, BitsPerComponent=8)
    jpeg = encoded(picture, "JPEG", quality=80)
    scan("scan-jpeg", jpeg, Filter=Name.DCTDecode, **colour)
    scan("scan-jpeg-progressive", encoded(picture, "JPEG", quality=80, progressive=True), Filter=Name.DCTDecode, **colour)
    scan("scan-jpeg2000", encoded(picture, "JPEG2000", quality_layers=[20]), Filter=Name.JPXDecode, **colour)
    scan("scan-flate", picture.tobytes(), **colour)
    hidden = b"BT 3 Tr /F0 10 Tf 20 50 Td (PAS) Tj ET"
    scan("scan-recognised", jpeg, hidden, dict(Font=Dictionary(F0=HELVETICA)), Filter=Name.DCTDecode, **colour)
    data, photometric = fax()
    grey = dict(ColorSpace=Name.DeviceGray, BitsPerComponent=1)
    parameters = Dictionary(K=-1, Columns=400, Rows=200, BlackIs1=photometric == 1)
    scan("scan-fax", data, Filter=Name.CCITTFaxDecode, DecodeParms=parameters, **grey)
    scan("scan-jbig2", jbig2(data), Filter=Name.JBIG2Decode, Decode=Array([1, 0] if photometric == 1 else [0, 1]), **grey)

    text("text", embedded)
    text("text-without-font", lambda _: HELVETICA)

    old = dict(owner="eigenaar", allow=pikepdf.Permissions(print_highres=False, print_lowres=False))
    for name, revision, more in [
        ("rc4-40", 2, dict(aes=False, metadata=False)), ("rc4-128", 3, dict(aes=False, metadata=False)),
        ("aes-128", 4, dict(aes=True)), ("aes-256", 6, dict(aes=True)),
    ]:
        for user, kind in [("", "restricted"), ("geheim", "locked")]:
            save(f"{kind}-{name}", one_page(), encryption=Encryption(**old, user=user, R=revision, **more))
    for user, kind in [("", "restricted"), ("geheim", "locked")]:
        save(
            f"{kind}-in-streams", one_page(), encryption=Encryption(**old, user=user, R=6),
            object_stream_mode=ObjectStreamMode.generate,
        )

    mention = Pdf.new()
    page(mention, b"% trailer << /Root 1 0 R /Encrypt 1 0 R >>\n1 0 0 rg 0 0 200 100 re f")
    save("mentions-encryption", mention, compress_streams=False)


if __name__ == "__main__":
    sys.exit(main())
