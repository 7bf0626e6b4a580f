import Designs
import Households

/// Finds the keys of variables in the scenarios, and checks the values that they can take there.
struct VariableLookup {
  /// A variable whose key is there.
  struct Found {
    let stated: StatedVariable
    let variable: Variable
    let unit: String
    let basis: VariableBasis
  }

  /// The scenarios' files.
  let layers: [ScenarioLayers]
  /// The scenarios as they stand.
  let scenarios: [LoadedScenario]
  /// What is laid over the scenarios before the variables.
  let laid: [ScenarioOverride]
  var reporter: Reporter

  /// Looks variables up; those that are in no scenario, or of which too little is known, are reported.
  mutating func find(_ stated: [StatedVariable]) -> [Found] {
    let usable = stated.filter { !$0.isBroken }
    let unknown = unknownKeys(usable)
    return usable.enumerated().compactMap { index, variable in
      guard !unknown.contains(index) else {
        reporter.report(
          .unknownPath(variable.path), at: variable.site, variable.keyPath + ".path",
          suggestion: scenarios.nearestPath(to: variable.path))
        return nil
      }
      return found(variable)
    }
  }

  private mutating func found(_ stated: StatedVariable) -> Found? {
    let values = scenarios.compactMap { scenario in scenario.resolved.first { $0.path == stated.path } }
    let isWhole = values.contains(where: \.isWhole)
    var domain = stated.domain
    var basis = VariableBasis.design
    if domain == nil {
      do throws(VariablePrior.Refusal) {
        let prior = try VariablePrior.find(values.first)
        (domain, basis) = (prior.domain, prior.basis)
      } catch {
        reporter.report(.needsRange(reason: error.reason), at: stated.site, stated.keyPath)
        return nil
      }
    }
    if isWhole, case .number(let distribution, _) = domain { domain = .number(distribution, whole: true) }
    guard let domain else { return nil }
    let usual = Set(values.map(\.value)).count == 1 ? values.first?.value : nil
    return Found(
      stated: stated,
      variable: Variable(name: stated.name, path: stated.path, domain: domain, usual: usual),
      unit: values.first?.unit ?? "", basis: basis)
  }

  /// The variables that no scenario has a place for.
  private func unknownKeys(_ variables: [StatedVariable]) -> Set<Int> {
    let probes = variables.map { variable in
      ScenarioOverride(path: variable.path, value: variable.ends.first?.text ?? "1", at: variable.site)
    }
    var missing = Array(repeating: 0, count: probes.count)
    for layer in layers {
      let misplaced = unknownSites(layer, probes)
      for (index, probe) in probes.enumerated()
      where !layer.passedOver([probe]).isEmpty || misplaced.contains(probe.site) {
        missing[index] += 1
      }
    }
    return Set(missing.indices.filter { missing[$0] == layers.count })
  }

  /// Where keys of probes are unknown.
  private func unknownSites(_ layer: ScenarioLayers, _ probes: [ScenarioOverride]) -> Set<Site> {
    do throws(ScenarioError) {
      _ = try layer.loaded(laid + probes)
      return []
    } catch {
      let unknown = Set(
        error.diagnostics.compactMap { diagnostic -> Origin? in
          guard case .unknownKey = diagnostic.problem, let line = diagnostic.line, let column = diagnostic.column
          else { return nil }
          return .file(path: diagnostic.file, line: line, column: column)
        })
      return Set(probes.map(\.site).filter { unknown.contains($0.origin) })
    }
  }

  // MARK: - Values

  /// Reports values that a design states and that are not allowed.
  mutating func checkEnds(of found: [Found]) {
    let rounds = found.map(\.stated.ends.count).max() ?? 0
    for round in 0..<rounds {
      check(
        found.compactMap { found in
          let ends = found.stated.ends
          guard !ends.isEmpty else { return nil }
          let end = ends[min(round, ends.count - 1)]
          return ScenarioOverride(path: found.stated.path, value: end.text, at: end.site)
        })
    }
  }

  /// Reports drawn values that are not allowed.
  mutating func checkExtremes(of found: [Found], points: PointSet) {
    let numbers = found.indices.filter { index in
      if case .number = found[index].variable.domain { true } else { false }
    }
    for isAfter: (Double, Double) -> Bool in [(<), (>)] {
      check(
        numbers.compactMap { index in
          var extreme: (number: Double, point: Int)?
          for point in 0..<points.count {
            guard let number = points.number(point: point, variable: index) else { continue }
            if extreme.map({ isAfter(number, $0.number) }) ?? true { extreme = (number, point) }
          }
          return extreme.map { extreme in
            ScenarioOverride(
              path: found[index].stated.path, value: points.text(point: extreme.point, variable: index),
              at: found[index].stated.distributionSite)
          }
        })
    }
  }

  private mutating func check(_ overrides: [ScenarioOverride]) {
    for layer in layers {
      do throws(ScenarioError) { _ = try layer.loaded(laid + overrides) } catch { reporter.add(error.diagnostics) }
    }
  }
}

extension [LoadedScenario] {
  /// The path of these scenarios that a misspelt one most likely means.
  func nearestPath(to path: String) -> String? {
    Spelling.nearest(to: path, among: flatMap { $0.resolved.map(\.path) })
  }
}
