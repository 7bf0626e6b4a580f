import Foundation
import Notation
import TestSupport
import Testing

@testable import Pages

/// Texts of results that others have made may hold anything; none of it leaves its place on a page or in a picture.
struct HostileTextTests {
  private static let text = "</script><b>\u{2028}x\u{2029}<!-- \" ' & \\"

  @Test func scriptsEndWhereTheyShould() {
    let embedded = Chapter.embedded(["name": .text(Self.text)])
    #expect(!embedded.contains("<"))
    #expect(!embedded.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
    #expect(embedded.contains("\\u003c/script>\\u003cb>\\u2028x\\u2029"))
  }

  @Test(.enabled(if: Tool.python(importing: "vl_convert") != nil, "needs vl-convert, as `make prepare` installs it"))
  func picturesAreDrawn() throws {
    let specification: JSONValue = [
      "$schema": "https://vega.github.io/schema/vega-lite/v6.json", "title": .text(Self.text), "mark": "bar",
      "data": ["values": [["name": .text(Self.text), "value": 3]]],
      "encoding": ["x": ["field": "value", "type": "quantitative"], "y": ["field": "name", "type": "nominal"]],
    ]
    let picture = String(decoding: try Drawing().picture(of: specification, as: .svg), as: UTF8.self)
    #expect(picture.hasPrefix("<svg"))
    #expect(!picture.contains("</script>") && !picture.contains("<b>"))
  }
}
