internal import ArgumentParser
internal import Households

/// Mechanisms as they are typed, such as `role_models,interest`.
struct MechanismList {
  let mechanisms: [Mechanism]

  init(_ text: String) throws {
    mechanisms = try text.split(separator: ",", omittingEmptySubsequences: false).map { word in
      guard let mechanism = Mechanism(rawValue: String(word)) else { throw ValidationError(Self.message(word)) }
      return mechanism
    }
  }

  private static func message(_ word: Substring) -> String {
    let nearest = Spelling.nearest(to: String(word), among: Mechanism.allCases.map(\.rawValue))
    let suggestion = nearest.map { "; did you mean '\($0)'?" } ?? ""
    return "there is no mechanism '\(word)'\(suggestion) (untrap describe --mechanisms lists them)"
  }
}
