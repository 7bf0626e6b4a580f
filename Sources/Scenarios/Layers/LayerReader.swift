import Foundation
import Households
import Notation

/// Reads a scenario file, the files that it extends, and the values of the command line, into one node.
struct LayerReader {
  /// What was found to be wrong.
  var reporter = Reporter()
  /// The files that were read, the scenario itself first.
  private(set) var sources: [ScenarioSource] = []
  /// What the files list under `sources`, those of the scenario itself first.
  private(set) var references: [String] = []
  /// How many pairs of names are still compared in search of slips: files for people have fewer.
  private var comparisonsLeft = 20_000
  private var chain: [(path: String, identity: String)] = []
  /// The texts to read instead of files; nil: files are read.
  private let kept: [ScenarioSource]?
  /// Whether the first file is named by another one, such as a design, and not by a call.
  private let isNamedByFile: Bool

  /// Creates a reader of files, or of a scenario and what it extends, one after the other, that were kept.
  ///
  /// A scenario that a file names is read without being asked for, and may be no pipe, which would keep the reader
  /// waiting.
  init(kept: [ScenarioSource]? = nil, isNamedByFile: Bool = false) {
    self.kept = kept
    self.isNamedByFile = isNamedByFile
  }

  /// The layers of the files merged; nil where one could not be used.
  mutating func read(path: String) -> ScenarioNode? {
    guard var root = readFile(path, extendedAt: nil) else { return nil }
    root.switchOffMechanisms()
    reportUnusedRemovals(in: &root)
    return root
  }

  /// One file by itself; nil where it could not be used.
  mutating func readAlone(path: String) -> ScenarioNode? {
    readText(path, extendedAt: nil).flatMap { parse($0, path: path) }
  }

  /// Lays values over the layers of the files; returns those that found no entry and were passed over.
  @discardableResult
  mutating func apply(_ overrides: [ScenarioOverride], to root: inout ScenarioNode) -> [ScenarioOverride] {
    overrides.filter { !apply($0, to: &root) }
  }

  // MARK: - Files

  private mutating func readFile(_ path: String, extendedAt site: Site?) -> ScenarioNode? {
    let path = keptPath ?? path
    let identity = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    guard chain.count < ReadingLimits.layers else {
      if let site { reporter.report(.tooManyLayers(limit: ReadingLimits.layers), at: site, "extends") }
      return nil
    }
    if chain.contains(where: { $0.identity == identity }) {
      let problem = Problem.extendsItself(chain: chain.map(\.path) + [path])
      if let site { reporter.report(problem, at: site, "extends") }
      return nil
    }
    guard let text = readText(path, extendedAt: site), let root = parse(text, path: path) else { return nil }
    reportMisuse(in: root)
    references += root["sources"]?.elements?.compactMap(\.text) ?? []
    guard let reference = root["extends"] else { return root }
    let layer = root.without("extends")
    guard let base = reference.text, reference.found != .nothing else {
      let problem = Problem.wrongKind(found: reference.found, expected: "the name of a scenario file")
      reporter.report(problem, at: reference.site, "extends")
      return nil
    }
    chain.append((path, identity))
    defer { chain.removeLast() }
    guard let lower = readFile(Self.resolve(base, besides: path), extendedAt: reference.site) else { return nil }
    reportSlips(of: layer, over: lower)
    return lower.overlaid(with: layer)
  }

  /// A file as another one names it.
  static func resolve(_ base: String, besides path: String) -> String {
    guard !base.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return base }
    return String(path[...slash]) + base
  }

  /// The name under which the next text was kept: each file extends one other at most, so that their order tells.
  private var keptPath: String? { kept.flatMap { $0.dropFirst(sources.count).first?.path } }

  private mutating func readText(_ path: String, extendedAt site: Site?) -> String? {
    do throws(InputText.Failure) {
      let source = try source(path, allowsPipes: site == nil && !isNamedByFile)
      sources.append(source)
      let text = InputText.withoutMark(source.text)
      reporter.add(text: text, of: source.path)
      return text
    } catch {
      if let site {
        reporter.report(.unreadableBase(path, reason: error.reason), at: site, "extends")
      } else {
        reporter.report(.unreadableFile(reason: error.reason), in: path)
      }
      return nil
    }
  }

  private func source(_ path: String, allowsPipes: Bool) throws(InputText.Failure) -> ScenarioSource {
    guard let kept else {
      let bytes = try InputText.bytes(
        path: path, kind: "a scenario file", limit: ReadingLimits.bytes, allowsPipes: allowsPipes)
      return ScenarioSource(path: path, text: try InputText.text(bytes))
    }
    guard let source = kept.dropFirst(sources.count).first else {
      throw InputText.Failure(reason: "its text was not kept")
    }
    guard source.text.utf8.count <= ReadingLimits.bytes else {
      throw InputText.Failure(tooLargeFor: "a scenario file", limit: ReadingLimits.bytes)
    }
    return source
  }

  private mutating func parse(_ text: String, path: String) -> ScenarioNode? {
    do {
      let root = try YAMLReading.read(text) { line, column, length in
        Site(origin: .file(path: path, line: line, column: column), length: max(1, length))
      }
      guard let root, root.found != .nothing else {
        reporter.report(.emptyFile, in: path)
        return nil
      }
      guard root.entries != nil else {
        let expected = "keys with values, such as name: My scenario"
        reporter.report(.wrongKind(found: root.found, expected: expected), at: root.site, "")
        return nil
      }
      report(root.hidden())
      return root
    } catch {
      report(error, in: path)
      return nil
    }
  }

  private mutating func report(_ hidden: [(problem: Problem, site: Site, path: String)]) {
    for (problem, site, path) in hidden { reporter.report(problem, at: site, path) }
  }

  private mutating func report(_ failure: YAMLReading.Failure, in path: String) {
    guard let (line, column) = failure.place else { return reporter.report(failure.problem, in: path) }
    let site = Site(origin: .file(path: path, line: line, column: column), length: failure.length)
    reporter.report(failure.problem, at: site, failure.keyPath)
  }

  /// Entries that a layer adds beside one of nearly the same name, and empty lists by which it takes nothing away.
  private mutating func reportSlips(of layer: ScenarioNode, over lower: ScenarioNode) {
    for list in ["programmes", "partners"] {
      let (below, above) = (lower[list]?.elements ?? [], layer[list]?.elements)
      reportSlips(above, layer[list]?.site, over: below, path: list)
      let entries = Dictionary(below.compactMap { entry in entry.label.map { ($0, entry) } }) { first, _ in first }
      for entry in above ?? [] {
        guard let label = entry.label, let inherited = entries[label] else { continue }
        reportSlips(
          entry["package"]?.elements, entry["package"]?.site, over: inherited["package"]?.elements ?? [],
          path: "\(list).\(label).package")
      }
    }
  }

  private mutating func reportSlips(
    _ above: [ScenarioNode]?, _ site: Site?, over below: [ScenarioNode], path: String
  ) {
    guard let above, let site, let first = below.first?.label else { return }
    guard !above.isEmpty else { return reporter.report(.keepsInherited(first), at: site, path) }
    let added = Set(above.compactMap(\.label))
    let known = Set(below.compactMap(\.label))
    let inherited = below.compactMap(\.label).filter { !added.contains($0) }
    for entry in above where entry.removal == nil {
      guard let label = entry.label, !known.contains(label) else { continue }
      let candidates = inherited.prefix(comparisonsLeft)
      comparisonsLeft -= candidates.count
      guard let near = candidates.first(where: { Spelling.isSlip(label, for: $0) }) else { continue }
      let site = (entry.packageEntry?.value ?? entry)["name"]?.site ?? entry.site
      reporter.report(.nearlyInherited(near), at: site, "\(path).\(label)", suggestion: near, severity: .warning)
    }
  }

  /// Two entries of one name in one file would be merged unseen, and what is removed is no longer checked: both are
  /// looked at before merging.
  private mutating func reportMisuse(in root: ScenarioNode) {
    for list in ["programmes", "partners"] {
      let entries = root[list]?.elements ?? []
      reportDuplicates(
        entries.compactMap { entry in
          guard let name = entry["name"], let text = name.text else { return nil }
          return (text, name.site, "\(list).\(entry.pathLabel ?? "").name")
        })
      reportHalfRemovals(entries, path: list)
      for (index, entry) in entries.enumerated() {
        let path = "\(list).\(entry.pathLabel ?? "\(index + 1)").package"
        let package = entry["package"]?.elements ?? []
        reportDuplicates(
          package.compactMap { element in
            guard let only = element.packageEntry, let label = element.label else { return nil }
            return (label, only.keySite, "\(path).\(element.pathLabel ?? "")")
          })
        reportHalfRemovals(package, path: path)
      }
    }
  }

  private mutating func reportHalfRemovals(_ entries: [ScenarioNode], path: String) {
    for entry in entries {
      guard let removal = entry.removal, removal.found != .scalar("true") else { continue }
      let problem = Problem.wrongKind(found: removal.found, expected: "true")
      reporter.report(problem, at: removal.site, "\(path).\(entry.pathLabel ?? "").remove")
    }
  }

  private mutating func reportDuplicates(_ names: [(name: String, site: Site, path: String)]) {
    var unique = UniqueNames()
    for (name, site, path) in names { unique.note(name, at: site, path, to: &reporter) }
  }

  /// Entries that are to be removed are gone once they have been; those that are left had nothing to remove.
  private mutating func reportUnusedRemovals(in root: inout ScenarioNode) {
    for list in ["programmes", "partners"] {
      root.change(list) { entries in
        entries = withoutRemovals(entries, path: list)
        for index in entries.indices {
          let path = "\(list).\(entries[index].pathLabel ?? "\(index + 1)").package"
          entries[index].change("package") { $0 = withoutRemovals($0, path: path) }
        }
      }
    }
  }

  private mutating func withoutRemovals(_ entries: [ScenarioNode], path: String) -> [ScenarioNode] {
    let kept = entries.filter { $0.removal == nil }
    let known = kept.enumerated().map { $1.label ?? "\($0 + 1)" }
    for entry in entries {
      guard let site = entry.removal?.site else { continue }
      let name = entry.label ?? ""
      reporter.report(
        .unknownEntry(name, known: known), at: site, path, suggestion: Spelling.nearest(to: name, among: known))
    }
    return kept
  }

  // MARK: - Values laid over the files

  /// - Returns: false where it was passed over.
  private mutating func apply(_ override: ScenarioOverride, to root: inout ScenarioNode) -> Bool {
    let site = override.site
    guard let path = override.path else {
      reporter.report(.malformedAssignment, at: site, "")
      return true
    }
    do {
      let empty = ScenarioNode(content: .scalar(text: "", isQuoted: false), site: site)
      let value = try YAMLReading.read(override.value) { _, _, _ in site } ?? empty
      report(value.hidden(path: path))
      do {
        try root.assign(value, at: path[...])
      } catch {
        guard !override.isForSomeScenarios else { return false }
        reporter.report(
          .unknownEntry(error.name, known: error.known), at: site, error.listPath,
          suggestion: Spelling.nearest(to: error.name, among: error.known))
      }
    } catch {
      reporter.report(error.problem, at: site, path)
    }
    return true
  }
}

extension ScenarioNode {
  /// Changes the entries of a list below a key, if there is one.
  fileprivate mutating func change(_ key: String, _ body: (inout [ScenarioNode]) -> Void) {
    guard var all = entries, let index = all.firstIndex(where: { $0.key == key }),
      var elements = all[index].value.elements
    else { return }
    body(&elements)
    all[index].value.content = .sequence(elements)
    content = .mapping(all)
  }

  /// The mapping without a key.
  fileprivate func without(_ key: String) -> ScenarioNode {
    guard let entries else { return self }
    return ScenarioNode(content: .mapping(entries.filter { $0.key != key }), site: site)
  }
}
