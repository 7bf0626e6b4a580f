/// A scenario that a design names, as it stands before anything of the design but its settings.
struct DesignScenario {
  let layers: ScenarioLayers
  /// What they give with what is laid over them.
  let loaded: LoadedScenario

  /// Reads a scenario, or its kept texts, which a design names under a key; nil and reported where it cannot be used.
  static func read(
    _ file: String, at site: Site, key: String, of design: ScenarioSource, kept: [ScenarioSource]?,
    _ laid: [ScenarioOverride], to reporter: inout Reporter
  ) -> DesignScenario? {
    var reader = LayerReader(kept: kept, isNamedByFile: true)
    // What it reports of a value that the design lays over a scenario lies in the design.
    reader.reporter.add(text: design.text, of: design.path)
    do throws(ScenarioError) {
      let layers = try ScenarioLayers(path: file, reader: reader)
      do throws(ScenarioError) {
        let loaded = try layers.loaded(laid)
        reporter.add(loaded.warnings)
        return DesignScenario(layers: layers, loaded: loaded)
      } catch {
        reporter.add(error.diagnostics)
        // Where only what is laid over it is wrong, its keys can still be looked up.
        return (try? layers.loaded([])).map { DesignScenario(layers: layers, loaded: $0) }
      }
    } catch {
      for diagnostic in error.diagnostics {
        if case .unreadableFile(let reason) = diagnostic.problem {
          reporter.report(.unreadableBase(file, reason: reason), at: site, key)
        } else {
          reporter.add([diagnostic])
        }
      }
      return nil
    }
  }
}
