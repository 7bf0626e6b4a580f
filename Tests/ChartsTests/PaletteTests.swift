import Foundation
import Notation
import Testing

@testable import Charts

/// Relative luminance and contrast by WCAG 2.2.
@Suite struct PaletteTests {
  private static func luminance(_ hex: String) -> Double {
    let linear = ColorVision.linear(hex)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private static func contrast(_ one: String, _ other: String) -> Double {
    let sorted = [luminance(one), luminance(other)].sorted()
    return (sorted[1] + 0.05) / (sorted[0] + 0.05)
  }

  @Test("black on white has the contrast that the standard says")
  func knownContrast() {
    #expect(abs(Self.contrast("#000000", "#ffffff") - 21) < 1e-9)
    #expect(abs(Self.contrast("#767676", "#ffffff") - 4.54) < 0.01)
  }

  @Test("colours of series are seen, words are read", arguments: [Palette.light, .dark])
  func contrasts(palette: Palette) {
    for color in palette.series { #expect(Self.contrast(color, palette.surface) >= 4.5, "\(color)") }
    for color in [palette.ink, palette.quiet] { #expect(Self.contrast(color, palette.surface) >= 4.5, "\(color)") }
  }

  @Test("white and black are 100 apart to everybody, red and green less to those without red or green cones")
  func knownDifferences() {
    for vision in ColorVision.allCases { #expect(abs(vision.difference("#ffffff", "#000000") - 100) < 0.01) }
    #expect(abs(ColorVision.normal.difference("#ff0000", "#00ff00") - 170.57) < 0.05)
    #expect(ColorVision.deuteranopia.difference("#c00000", "#608000") < 30)
  }

  @Test("all people tell colours apart", arguments: [Palette.light, .dark], ColorVision.allCases)
  func differences(palette: Palette, vision: ColorVision) {
    for (index, color) in palette.series.enumerated() {
      for (other, earlier) in palette.series.prefix(index).enumerated() {
        let least = index < 6 ? 14.9 : 12.8
        #expect(vision.difference(color, earlier) >= least, "\(index) and \(other)")
      }
    }
  }

  @Test("scenarios of the same colour differ in dash and shape")
  func styles() {
    for styles in [ChartTheme.shapes, ChartTheme.symbols, ChartTheme.dashes.map(\.compact)] {
      #expect(Set(styles).count == styles.count)
      #expect(ChartTheme.style(0, of: styles) == styles[0])
      #expect(Set([0, 8, 16].map { ChartTheme.style($0, of: styles) }).count == 3)
    }
  }

  @Test("a page names a property for each colour")
  func properties() {
    let named = Set(Palette.light.properties.map { "var(\($0.name))" })
    let page = Palette.page
    #expect(Set(page.series + [page.ink, page.quiet, page.grid, page.surface]) == named)
  }
}
