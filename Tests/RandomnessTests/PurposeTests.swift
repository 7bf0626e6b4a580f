import Randomness
import Testing

@Suite struct PurposeTests {
  @Test(
    "labels hash to FNV-1a with the top bit set",
    arguments: [("", 0x811c_9dc5), ("a", 0xe40c_292c), ("foobar", 0xbf9c_f968)] as [(String, UInt32)])
  func knownAnswers(label: String, hash: UInt32) {
    #expect(Purpose(label: label).rawValue == hash | 0x8000_0000)
  }

  @Test("labels never meet the purposes of the model")
  func separation() {
    for index in 0..<1000 {
      #expect(Purpose(label: "programme \(index)").rawValue >= 0x8000_0000)
    }
  }

  @Test("labels beyond ASCII count by their UTF-8 bytes, as in a plain loop")
  func bytes() {
    let bytes: [UInt8] = [0xd8, 0xb3, 0xdb, 0x81]
    let hash = bytes.reduce(UInt32(0x811c_9dc5)) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    #expect(Purpose(label: "سہ").rawValue == hash | 0x8000_0000)
    #expect(Purpose(rawValue: 5).rawValue == 5)
  }
}
