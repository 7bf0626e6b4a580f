import Testing

@testable import Charts

@Suite struct FewScenariosTests {
  private static func words(_ counts: [[Double]], compared: Int) -> [String] {
    FewScenarios.picked(by: counts, of: "networks", compared: compared).map { "\($0.index)\($0.remark)" }
  }

  @Test("three scenarios are all named")
  func few() {
    #expect(Self.words([[2], [9], [5]], compared: 3) == ["0", "1", "2"])
  }

  @Test("of more, those with the fewest and the most")
  func many() {
    #expect(
      Self.words([[2], [9], [1], [5]], compared: 4)
        == ["2 (the fewest networks of 4 scenarios)", "1 (the most networks of 4 scenarios)"])
  }

  @Test("scenarios without any are told not to be among them")
  func some() {
    #expect(
      Self.words([[2], [9], [1], [5]], compared: 5).first
        == "2 (the fewest networks of the 4 scenarios with any)")
  }

  @Test("of more that are equal, one")
  func equal() {
    #expect(
      Self.words([[2, 1], [2, 1], [2, 1], [2, 1]], compared: 4)
        == ["0 (one of 4 scenarios, which are equal in all that follows)"])
  }

  @Test("scenarios that are equal in the first count alone are told to be so in that alone")
  func partlyEqual() {
    #expect(
      Self.words([[2, 1], [2, 1], [2, 7], [2, 1]], compared: 4)
        == ["0 (one of 4 scenarios with as many networks)"])
  }
}
