import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  private static func add(_ text: String, to hash: inout SHA256) {
    Array(text.utf8).withUnsafeBytes { hash.update($0) }
  }

  @Test(
    "the examples of the standard, and no bytes at all",
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
  func knownAnswers(message: String, digest: String) {
    #expect(SHA256.text(of: message.utf8) == digest)
  }

  @Test("how bytes are divided does not matter, nor that the digest was asked for in between")
  func pieces() {
    var hash = SHA256()
    for piece in ["a", "", "b"] { Self.add(piece, to: &hash) }
    #expect(hash.text == SHA256.text(of: "ab".utf8))
    Self.add("c", to: &hash)
    #expect(hash.text == SHA256.text(of: "abc".utf8))
  }

  @Test("a copy goes its own way")
  func copies() {
    var hash = SHA256()
    Self.add("a", to: &hash)
    var copy = hash
    Self.add("c", to: &copy)
    Self.add("b", to: &hash)
    #expect(hash.text == SHA256.text(of: "ab".utf8))
    #expect(copy.text == SHA256.text(of: "ac".utf8))
  }
}
