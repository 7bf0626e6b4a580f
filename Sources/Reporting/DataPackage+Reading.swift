internal import Foundation
internal import Notation

extension DataPackage {
  /// The columns that identify a row of each table, by its file.
  static func primaryKeys(in directory: String) throws(OutputError) -> [String: [String]] {
    let path = directory + "/" + fileName
    let contents = try RegularFile.contents(of: path)
    do {
      let form = try JSONDecoder().decode(PackageForm.self, from: contents)
      return Dictionary(
        form.resources.map { ($0.path, $0.schema.primaryKey) }, uniquingKeysWith: { first, _ in first })
    } catch is DecodingError {
      throw .cannotRead(path: path, reason: "it is not a description of tables")
    } catch {
      throw .cannotRead(path: path, reason: FileFailure.words(error))
    }
  }
}

/// The part of the file that is read back.
private struct PackageForm: Decodable {
  struct Resource: Decodable {
    let path: String
    let schema: Schema
  }

  struct Schema: Decodable {
    let primaryKey: [String]
  }

  let resources: [Resource]
}
