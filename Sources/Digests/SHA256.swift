internal import COpenSSL

/// The SHA-256 digest of bytes that come piece by piece, computed by OpenSSL.
///
/// Source: FIPS 180-4, 2015, Secure Hash Standard, section 6.2, doi:10.6028/NIST.FIPS.180-4.
public struct SHA256: Sendable {
  private var state = State()

  /// The digest of no bytes yet.
  public init() {}

  /// Takes in more bytes.
  /// - Parameter bytes: any number of bytes; how they are divided between calls does not matter.
  /// - Complexity: O(bytes); copies share their state until one of them goes on.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    if !isKnownUniquelyReferenced(&state) { state = State(copying: state) }
    state.update(bytes)
  }

  /// The digest of all bytes so far, as 64 hexadecimal digits; more bytes may follow.
  /// - Complexity: O(1).
  public var text: String {
    let digits = Array("0123456789abcdef")
    return String(State(copying: state).finish().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The digest of some bytes, as 64 hexadecimal digits.
  /// - Parameter bytes: the bytes.
  /// - Returns: the digest.
  /// - Complexity: O(bytes).
  public static func text(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    Array(bytes).withUnsafeBytes { hash.update($0) }
    return hash.text
  }
}

/// OpenSSL's state of a digest, which belongs to whoever changes it alone.
private final class State: @unchecked Sendable {
  private let context: OpaquePointer

  init() {
    guard let context = EVP_MD_CTX_new() else { preconditionFailure("there is memory for a digest") }
    self.context = context
    precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "OpenSSL has SHA-256")
  }

  convenience init(copying other: State) {
    self.init()
    precondition(EVP_MD_CTX_copy_ex(context, other.context) == 1, "a digest can be copied")
  }

  deinit { EVP_MD_CTX_free(context) }

  func update(_ bytes: UnsafeRawBufferPointer) {
    precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1, "SHA-256 takes any bytes")
  }

  func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    precondition(EVP_DigestFinal_ex(context, &digest, nil) == 1, "a digest can be finished")
    return digest
  }
}
