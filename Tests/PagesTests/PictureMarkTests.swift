import Foundation
import Testing

@testable import Pages

@Suite("Marks of pictures")
struct PictureMarkTests {
  /// The least PNG file: signature, header and end.
  private static let png =
    Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]) + Data("IHDR".utf8)
    + Data([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0]) + Data("IEND".utf8)
    + Data([0xAE, 0x42, 0x60, 0x82])
  private static let svg = Data("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8)

  /// The cyclic redundancy check of PNG, bit by bit (third edition, annex D).
  private static func check(_ bytes: Data) -> UInt32 {
    ~bytes.reduce(UInt32.max) { check, byte in
      (0..<8).reduce(check ^ UInt32(byte)) { check, _ in check & 1 == 1 ? 0xEDB8_8320 ^ (check >> 1) : check >> 1 }
    }
  }

  @Test("a picture is known by its mark, and by nothing else", arguments: Drawing.Format.allCases)
  func mark(format: Drawing.Format) {
    let picture = format == .svg ? Self.svg : Self.png
    let marked = PictureMark.marked(picture, as: format)
    #expect(PictureMark.isOn(marked) && Page.isPageOrPicture(marked))
    #expect(!PictureMark.isOn(picture) && !Page.isPageOrPicture(picture))
    #expect(PictureMark.marked(picture, as: format) == marked)
    #expect(!PictureMark.isOn(marked.dropLast(format == .svg ? 3 : marked.count - 40)))
    #expect(!PictureMark.isOn(Data()))
  }

  @Test("the chunks of a marked PNG file are whole, and those of the picture are as they were")
  func chunks() {
    let marked = [UInt8](PictureMark.marked(Self.png, as: .png))
    var kinds: [String] = []
    var place = 8
    while place + 12 <= marked.count {
      func number(at start: Int) -> UInt32 { marked[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) } }
      let end = place + 8 + Int(number(at: place))
      kinds.append(String(decoding: marked[place + 4..<place + 8], as: UTF8.self))
      #expect(Self.check(Data(marked[place + 4..<end])) == number(at: end), "\(kinds)")
      place = end + 4
    }
    #expect(place == marked.count)
    #expect(kinds == ["IHDR", "tEXt", "IEND"])
  }

  @Test("the mark of an SVG file is a comment behind its root")
  func comment() {
    let marked = String(decoding: PictureMark.marked(Self.svg, as: .svg), as: UTF8.self)
    #expect(marked == String(decoding: Self.svg, as: UTF8.self) + "\n<!-- drawn by untrap -->\n")
  }
}
