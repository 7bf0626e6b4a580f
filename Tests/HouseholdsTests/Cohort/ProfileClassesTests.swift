import Testing

@testable import Households

@Suite struct ProfileClassesTests {
  /// Points on a line, in two groups by parity.
  private func classes(_ values: [Double], limit: Int, groups: [Int]? = nil) -> ProfileClasses {
    ProfileClasses(
      coordinates: values.flatMap { [$0, 1.0] }, count: 2, groups: groups ?? values.map { _ in 0 }, limit: limit)
  }

  @Test("every household is in one class, and classes are cut where they are widest")
  func widest() {
    let classes = classes([0, 10, 0.1, 10.1, 5, 0.2], limit: 3)
    #expect((0..<classes.count).map { Array(classes.members(of: $0)) } == [[0, 2, 5], [4], [1, 3]])
  }

  @Test("households of different groups are never together, even beyond the limit")
  func groups() {
    let classes = classes([1, 1, 1, 1], limit: 1, groups: [0, 1, 0, 1])
    #expect((0..<classes.count).map { Array(classes.members(of: $0)) } == [[0, 2], [1, 3]])
  }

  @Test("like households are not divided, unlike ones are as long as classes are left")
  func limit() {
    #expect(classes([3, 3, 3], limit: 9).count == 1)
    #expect(classes([3, 4, 5, 3], limit: 9).count == 3)
    #expect(classes([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], limit: 4).count == 4)
  }
}
