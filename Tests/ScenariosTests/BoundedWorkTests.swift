import Foundation
import Scenarios
import Testing

/// Whatever a file of less than a megabyte holds, it is read or refused within two seconds.
@Suite("Bounded work", .serialized)
struct BoundedWorkTests {
  private static let seconds = 2.0

  /// Reads a text as a scenario that others may extend; what is printed of it, and how long that took.
  private static func reading(_ text: String, beside other: String = "") throws -> (message: String, seconds: Double) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(to: folder.appending(path: "it.yaml"), atomically: true, encoding: .utf8)
    try other.write(to: folder.appending(path: "other.yaml"), atomically: true, encoding: .utf8)
    #expect(text.utf8.count < 1_000_000)
    let start = Self.processorSeconds
    let message: String
    do throws(ScenarioError) {
      message = ScenarioError.rendered(
        try ScenarioLoader.load(path: folder.path + "/it.yaml").warnings, color: false)
    } catch {
      message = error.rendered(color: false)
    }
    return (message.replacing(folder.path + "/", with: ""), Self.processorSeconds - start)
  }

  /// What this thread has taken of a processor: others may use the machine meanwhile.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static let population = """
    name: x
    start: 2019-Q1
    population:
      official_headcount: {rural: 0.3}
      places:

    """

  private static func programme(_ number: Int, _ more: String = "") -> String {
    "{name: p\(number), partner: a, from: 2019-Q1, until: 2019-Q4, price_year: 2016, package: [coaching: {quarters: 4}]\(more)}"
  }

  private static let place =
    population
    + "    - {district: D, tehsil: T, settlement_type: rural, households: 9, survey: {province: P, region: rural}}\n"

  /// Programmes, each after all earlier ones, in time to complete them.
  private static func queue(_ count: Int, first: String = "", last: String = "") -> String {
    (0..<count).map { number in
      let after = number == 0 ? "" : ", after: [" + (0..<number).map { "p\($0)," }.joined() + "]"
      let more = number == 0 ? first : number == count - 1 ? last : ""
      return "  - {name: p\(number), partner: a, from: 2019-Q1, until: 2029-Q4, price_year: 2016, "
        + "package: [coaching: {quarters: 1}]\(after)\(more)}\n"
    }.joined()
  }

  /// Texts, each with words of the message that it ends in.
  private static let texts: [(name: String, text: String, message: String)] = [
    ("unknown keys", (0..<60_000).map { "key_\($0): 1\n" }.joined(), "... and 59953 more problems"),
    (
      "unknown keys on one line", "{" + (0..<60_000).map { "key_\($0): 1," }.joined() + "}",
      "... and 59953 more problems"
    ),
    ("numbers of a list", "years: [" + String(repeating: "1,", count: 150_000) + "]", "years: found a list"),
    ("too many numbers", "years: [" + String(repeating: "1,", count: 450_000) + "]", "more than 200000 values"),
    ("brackets", "sources: " + String(repeating: "[", count: 900_000), "50 levels deep"),
    ("dashes", String(repeating: "- ", count: 450_000), "Maximum nesting level reached"),
    ("question marks", String(repeating: "? ", count: 450_000), "Maximum nesting level reached"),
    ("levels", "sources: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900), "50 levels deep"),
    ("a long word", "name: \(String(repeating: "x", count: 900_000))", "a name has at most 200 characters"),
    ("a long quoted key", "? \"\(String(repeating: "x", count: 900_000))\"\n: 1", "unknown key"),
    ("a long number", "years: \(String(repeating: "9", count: 900_000))", "is too large"),
    (
      "a long mistaken word", "regime: \(String(repeating: "threshold", count: 90_000))",
      "is unknown; expected threshold"
    ),
    (
      "a key twice on a long line",
      "{" + String(repeating: "a, ", count: 1) + "name: 1, "
        + (0..<90_000).map { "k\($0), " }
        .joined() + "name: 2}", "given twice"
    ),
    (
      "hidden characters", "sources: [" + String(repeating: "\"\\u202e\",", count: 90_000) + "]", "cannot be seen"
    ),
    (
      "a long name with mistakes",
      "programmes:\n- name: \(String(repeating: "n", count: 500_000))\n"
        + (0..<20_000).map { "  k\($0): 1\n" }.joined(), "unknown key"
    ),
    (
      "programmes", "programmes: [" + (0..<8_000).map { programme($0) }.joined(separator: ",\n") + "]",
      "there may be at most 1000"
    ),
    (
      "programmes that come after all earlier ones",
      population
        + "    - {district: D, tehsil: T, settlement_type: rural, households: 9, survey: {province: P, region: rural}}\n"
        + "programmes:\n"
        + (0..<250).map { number in
          "  - " + programme(number, ", after: [" + (0..<number).map { "p\($0)," }.joined() + "]") + "\n"
        }.joined(), ""
    ),
    (
      "a programme without places after all others", place + "programmes:\n" + queue(600, last: ", capacity: 0"),
      "it has no places"
    ),
    (
      "programmes after one without places", place + "programmes:\n" + queue(600, first: ", capacity: 0"),
      "'p0', which comes before, reaches nobody"
    ),
    (
      "union councils that nobody knows",
      population
        + (0..<2_000).map {
          "    - {district: D\($0), tehsil: T\($0), settlement_type: rural, households: 9, survey: {province: P, region: rural}}\n"
        }.joined() + "programmes:\n"
        + (0..<1_000).map { "  - " + programme($0, ", where: {union_councils: [T UC \($0)]}") + "\n" }.joined(),
      "no union council of the population is called 'T UC 0'"
    ),
    (
      "places that no simulated household stands for",
      population.replacing("places:", with: "households: 5\n  places:")
        + (0..<2_000).map {
          "    - {district: D\($0), tehsil: T\($0), settlement_type: rural, households: 9, survey: {province: P, region: rural}}\n"
        }.joined() + "programmes:\n"
        + (0..<1_000).map { "  - " + programme($0, ", where: {tehsil: T\($0 + 900)}") + "\n" }.joined(),
      "no simulated household stands for its area"
    ),
    (
      "places that nobody knows",
      population
        + (0..<2_000).map {
          "    - {district: D\($0), tehsil: T\($0), settlement_type: rural, households: 9, survey: {province: P, region: rural}}\n"
        }.joined() + "programmes:\n"
        + (0..<1_000).map {
          "  - " + programme($0, ", where: {tehsil: Tehsil, union_councils: [T1 UC 1, X UC 2]}") + "\n"
        }
        .joined(), "no tehsil of the population is called 'Tehsil'"
    ),
    (
      "aliases of a long text",
      "sources:\n  - &a \(String(repeating: "word ", count: 100_000))\nyears: ["
        + String(repeating: "*a,", count: 90_000) + "]", "more than 200000 values"
    ),
    (
      "aliases of one word", "sources:\n  - &a x\n" + String(repeating: "  - *a\n", count: 140_000), ""
    ),
    (
      "stars in quoted text", "sources: [&a x" + String(repeating: ",\"q *a\"", count: 120_000) + "]", ""
    ),
    (
      "aliases as keys",
      "sources:\n  - &a0 [x]\n" + (1..<40).map { "  - &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        + "  - {*a39 : 1}\n", "a key must be a plain word"
    ),
    (
      "aliases in lists as keys",
      "sources:\n  - &a0 [x]\n" + (1..<40).map { "  - &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
        + "  - ? # a comment\n      [*a39]\n    : 1\n", "a key must be a plain word"
    ),
    (
      "words at the bottom of many levels",
      "sources: " + String(repeating: "[", count: 900) + String(repeating: "1,", count: 400_000), "50 levels deep"
    ),
    (
      "aliases", "sources:\n  - &a0 [x]\n" + (1..<400).map { "  - &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined(),
      "it.yaml:18:"
    ),
  ]

  @Test("files that would take long are read or refused at once", arguments: texts.indices)
  func refused(index: Int) throws {
    let (name, text, words) = Self.texts[index]
    let (message, seconds) = try Self.reading(text)
    #expect(message.contains(words) || words.isEmpty, "\(name): \(message.prefix(2_000))")
    #expect(seconds < Self.seconds, "\(name)")
    #expect(message.utf8.count < 100_000, "\(name)")
  }

  @Test("layers are merged in time that grows with their size")
  func layers() throws {
    let programmes = (0..<8_000).map { "  - " + Self.programme($0) + "\n" }.joined()
    let (message, seconds) = try Self.reading(
      "extends: other.yaml\nname: x\nprogrammes:\n" + programmes, beside: "programmes:\n" + programmes)
    #expect(message.contains("the list has 8000 entries; there may be at most 1000"))
    #expect(seconds < 2 * Self.seconds)
    let keys = (0..<60_000).map { "k\($0): 1\n" }.joined()
    #expect(try Self.reading("extends: other.yaml\n" + keys, beside: keys).seconds < 2 * Self.seconds)
  }

  @Test(
    "names that a layer adds are compared with those below it at once",
    arguments: [
      (1_000, "Programme number ", "Another thing "), (1_000, "Kasur ", "Kasul "), (1, long, "b" + long),
      (1_000, middle, "Q" + middle), (1_000, "x" + middle, "y" + middle),
    ])
  func slips(count: Int, below: String, above: String) throws {
    func layer(_ name: String) -> String {
      "programmes:\n" + (0..<count).map { "- {name: \(name)\($0)x}\n" }.joined()
    }
    let (_, seconds) = try Self.reading("extends: other.yaml\nname: x\n" + layer(above), beside: layer(below))
    #expect(seconds < Self.seconds)
  }

  private static let long = String(repeating: "a", count: 400_000)
  private static let middle = String(repeating: "q", count: 150)

  @Test("a file of more than a megabyte is refused by its size")
  func large() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try String(repeating: "# words\n", count: 200_000).write(to: file, atomically: true, encoding: .utf8)
    do throws(ScenarioError) {
      _ = try ScenarioLoader.load(path: file.path)
      Issue.record("it was read")
    } catch {
      #expect(
        error.description.contains("cannot be read: it has more than 1 MB; give a scenario file of at most that size"))
    }
    // What has no end is not read to it.
    do throws(ScenarioError) {
      _ = try ScenarioLoader.load(path: "/dev/zero")
      Issue.record("it was read")
    } catch {
      #expect(error.description.contains("it has more than 1 MB"))
    }
  }
}
