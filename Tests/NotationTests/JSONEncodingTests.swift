import Notation
import Testing

@Suite("Values that are written as JSON")
struct JSONEncodingTests {
  private struct Town: Encodable {
    enum Size: String, Encodable {
      case small
    }

    struct Street: Encodable {
      let name: String
      let isPaved: Bool
    }

    let seed: UInt64
    let name: String
    let households: Int?
    let size: Size
    let shares: [Double]
    let streets: [Street]
    let nothing: [Street]
    let unknown: Double?

    enum CodingKeys: String, CodingKey {
      case name, seed, size, households, shares, streets, nothing
      case unknown = "not_known"
    }
  }

  @Test("members stand in the order of their keys; what is nil is left out, what is undefined is null")
  func order() {
    let town = Town(
      seed: .max, name: "Kasur", households: nil, size: .small, shares: [0.5, .nan, 3],
      streets: [.init(name: "\"Mall\"", isPaved: true), .init(name: "", isPaved: false)], nothing: [], unknown: .nan)
    #expect(
      JSONValue(encoding: town).compact == """
        {"name":"Kasur","seed":18446744073709551615,"size":"small","shares":[0.5,null,3],\
        "streets":[{"name":"\\"Mall\\"","isPaved":true},{"name":"","isPaved":false}],"nothing":[],"not_known":null}
        """)
  }

  @Test("a scalar and a list are values by themselves")
  func scalars() {
    #expect(JSONValue(encoding: "x").compact == "\"x\"")
    #expect(JSONValue(encoding: [[1], []]).compact == "[[1],[]]")
  }
}
