internal import ArgumentParser
internal import Households

extension CaseIterable where Self: RawRepresentable<String> {
  /// What may be typed for one of them.
  static var choices: [String] { allCases.map(\.rawValue) }

  /// The case that is typed.
  @Sendable static func chosen(_ text: String) throws -> Self {
    guard let choice = Self(rawValue: text) else {
      throw ValidationError("choose one of \(choices.joined(separator: ", "))")
    }
    return choice
  }
}

extension Spelling {
  /// The question after a word that is not known; empty where none is near.
  static func question(after word: String, among known: [String]) -> String {
    nearest(to: word, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }
}
