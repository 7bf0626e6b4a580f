internal import ArgumentParser
internal import Households

/// Mechanisms as they are typed, such as `role_models,interest`.
struct MechanismList {
  let mechanisms: [Mechanism]

  init(_ text: String) throws {
    mechanisms = try text.split(separator: ",", omittingEmptySubsequences: false).map(String.init).map { word in
      guard let mechanism = Mechanism(rawValue: word) else {
        let question = Spelling.question(after: word, among: Mechanism.choices)
        throw ValidationError("there is no mechanism '\(word)'\(question) (untrap describe --mechanisms lists them)")
      }
      return mechanism
    }
  }
}
