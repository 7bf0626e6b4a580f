internal import Foundation

extension StoredRecord {
  /// The warnings that it tells, those that this version does not know left out.
  public var warnings: [Warning] {
    let found = (try? JSONDecoder().decode(WarningsForm.self, from: contents))?.warnings ?? []
    return found.compactMap { form in Warning.Kind(rawValue: form.kind).map { Warning($0, form.text) } }
  }
}

/// The warnings of a record; older ones have none.
private struct WarningsForm: Decodable {
  struct Form: Decodable {
    let kind: String
    let text: String
  }

  let warnings: [Form]?
}
