import Foundation
import Households
import Notation
import Testing

@testable import Reporting

@Suite("Description of the model")
struct ModelDescriptionTests {
  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  @Test("every mechanism with all that switches it off and its summary")
  func mechanisms() throws {
    let lines = lines(ModelDescription.mechanisms)
    #expect(lines[0].hasPrefix("mechanism            switched off by "))
    #expect(lines[1].allSatisfy { $0 == "-" || $0 == " " })
    #expect(lines.count == 2 + Mechanism.allCases.reduce(0) { $0 + $1.notation.count } + 1)
    for mechanism in Mechanism.allCases {
      let first = try #require(lines.firstIndex { $0.hasPrefix(mechanism.rawValue + " ") })
      #expect(lines[first].hasSuffix("  " + mechanism.summary))
      for (index, setting) in mechanism.notation.enumerated() {
        #expect(lines[first + index].dropFirst(21).hasPrefix(setting), "\(lines[first + index])")
      }
    }
  }

  @Test("every parameter with its default, unit and source")
  func parameters() throws {
    let lines = lines(ModelDescription.parameters)
    #expect(lines.count == 2 + Parameters.catalogue.count + 1)
    for (line, definition) in zip(lines.dropFirst(2), Parameters.catalogue) {
      #expect(line.hasPrefix(definition.path + " "))
      let value = NumberText.text(definition.value(in: Parameters()))
      let words = line.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      let range = definition.range(in: Parameters()).map {
        "\(NumberText.text($0.lowerBound)) to \(NumberText.text($0.upperBound))"
      }
      let expected = [definition.path, value, range, definition.evidence.rawValue, definition.unit].compactMap(\.self)
      #expect(words.starts(with: expected), "\(line)")
      #expect(line.hasSuffix("  " + definition.source))
    }
  }
}
