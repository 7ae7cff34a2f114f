//! Opening a PDF, and drawing its pages.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::fonts::{MissingFonts, may_show_text};
use super::needs_password;

/// Longest side of a picture, in pixels. A larger page is drawn at a lower resolution.
const MAX_SIDE: f32 = 4000.0;

/// A page is measured in points.
/// Source: ISO 32000-1, 8.3.2.3
const POINTS_PER_INCH: f32 = 72.0;

/// A PDF whose pages can be drawn.
pub struct Document(Pdf);

/// Why a PDF was not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// It is no PDF, or one without pages that can be read.
    Damaged,
    /// It opens only with a password, or with a certificate.
    NeedsPassword,
}

impl Document {
    /// Opens a PDF. One that restricts printing or copying, but opens without a password, is like any other.
    ///
    /// # Errors
    /// It is damaged or needs a password.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Unopened> {
        if needs_password(&bytes) {
            return Err(Unopened::NeedsPassword);
        }
        match Pdf::new(bytes) {
            Ok(pdf) if !pdf.pages().is_empty() => Ok(Self(pdf)),
            Err(LoadPdfError::Decryption(_)) => Err(Unopened::NeedsPassword),
            _ => Err(Unopened::Damaged),
        }
    }

    /// How many pages it has: at least one.
    pub fn page_count(&self) -> usize {
        self.0.pages().len()
    }

    /// Draws a page, counted from 0, on white; `None` when there is no such page.
    pub fn draw(&self, page: usize, dots_per_inch: u16) -> Option<Picture> {
        let page = self.0.pages().get(page)?;
        let scale = scale(page, dots_per_inch);
        let (missing, font_resolver, cmap_resolver) = MissingFonts::watch();
        let interpreter = InterpreterSettings { font_resolver, cmap_resolver, ..InterpreterSettings::default() };
        let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let pixels = render(page, &RenderCache::new(), &interpreter, &RenderSettings::default(), &size);
        let lacks_fonts = missing.any() && may_show_text(page);
        Some(Picture { pixels, lacks_fonts })
    }
}

/// Pixels per point: what was asked for, within the limit, and at least one pixel in each direction.
fn scale(page: &Page<'_>, dots_per_inch: u16) -> f32 {
    let (width, height) = page.render_dimensions();
    let wanted = f32::from(dots_per_inch) / POINTS_PER_INCH;
    wanted.min(MAX_SIDE / width.max(height)).max(1.0 / width.min(height))
}

/// A drawn page.
pub struct Picture {
    pixels: Pixmap,
    /// Whether text may be missing, because the PDF uses fonts without containing them.
    pub lacks_fonts: bool,
}

impl Picture {
    /// Width in pixels.
    pub fn width(&self) -> u16 {
        self.pixels.width()
    }

    /// Height in pixels.
    pub fn height(&self) -> u16 {
        self.pixels.height()
    }

    /// The pixels row by row: red, green, blue, and 255 because a page is opaque.
    pub fn rgba(&self) -> &[u8] {
        self.pixels.data_as_u8_slice()
    }
}
