import ExactMath
import Households
import Randomness

/// Makes the households of one cell of the table of margins.
struct CellSynthesis {
  /// What a quantile is for; each trait has its own order of households.
  private enum Trait: Int32 {
    case persons, dependants, elderly, teenagers, schoolAge, schooling, workers, rooms, femaleHead, literate
    case livestock, land, toilet, consumption
  }

  let cell: MarginCell
  let index: Int
  let size: Int
  let cells: Int

  private var tables: SupplementaryMargins { SupplementaryMargins(cell.stratum.region, quintile: cell.quintile) }

  func households() -> [SurveyHousehold] {
    let persons = householdSizes()
    let dependants = self.dependants(persons)
    let elderly = scaled(dependants.map { tables.elderlyShare * Double($0) }, .elderly)
    let under15 = zip(dependants, elderly).map { $0 - $1 }
    let teenagers = scaled(
      zip(persons, dependants).map { SupplementaryMargins.teenagerShare * Double($0 - $1) }, .teenagers)
    let children = (0..<size).map { under15[$0] + min(teenagers[$0], persons[$0] - dependants[$0] - 1) }
    let schoolAge = scaled(children.map { SupplementaryMargins.schoolAgeShare * Double($0) }, .schoolAge)
    let inSchool = schooling(schoolAge)
    let workers = self.workers(zip(persons, under15).map { $0 - $1 })
    let rooms = self.rooms(persons)
    let femaleHead = flags("share_female_headed", .femaleHead)
    let literate = flags("share_head_literate", .literate)
    let livestock = flags("share_livestock", .livestock)
    let land = self.land()
    let toilet = toilets()
    let consumption = normals(.consumption).map {
      exponential(cell["mean_log_consumption_ae"] + cell["sd_log_consumption_ae"] * $0)
    }
    return (0..<size).map { row in
      let adultEquivalents = Double(persons[row]) - 0.2 * Double(children[row])
      return SurveyHousehold(
        stratum: cell.stratum, persons: persons[row], adultEquivalents: adultEquivalents, workers: workers[row],
        children: children[row], elderly: elderly[row], femaleHead: femaleHead[row], headLiterate: literate[row],
        schoolAge: schoolAge[row], inSchool: inSchool[row], rooms: rooms[row], toilet: toilet[row],
        livestock: livestock[row], landAcres: land[row], consumptionPerMonth: consumption[row] * adultEquivalents,
        weight: cell["share_of_households"] * Double(cells))
    }
  }

  // MARK: - Quantiles

  /// The quantiles (i - 1/2) / size, each once, in the order of this trait.
  private func quantiles(_ trait: Trait) -> [Double] {
    let stream = RandomStream(seed: 2016, replication: 0)
    let luck = (0..<size).map { row in
      let entity = UInt32(index * size + row)
      return stream.draw(entity: entity, quarter: trait.rawValue, purpose: Purpose(label: "margins")).uniform0
    }
    var result = [Double](repeating: 0, count: size)
    for (rank, row) in luck.indices.sorted(by: { (luck[$0], $0) < (luck[$1], $1) }).enumerated() {
      result[row] = (Double(rank) + 0.5) / Double(size)
    }
    return result
  }

  private func normals(_ trait: Trait) -> [Double] { quantiles(trait).map { normalQuantile($0) } }

  private func flags(_ quantity: String, _ trait: Trait) -> [Bool] {
    let share = cell[quantity]
    return quantiles(trait).map { $0 < share }
  }

  /// Whole numbers whose mean is that of the given expectations.
  private func scaled(_ expectations: [Double], _ trait: Trait) -> [Int] {
    zip(expectations, quantiles(trait)).map { Int($0 + $1) }
  }

  // MARK: - Traits

  private func householdSizes() -> [Int] {
    let sizes = cell.sizes
    let small = sizes.dropLast().enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    let tail = sizes.last ?? 0
    let largeMean = tail > 0 ? max(15, (cell["mean_persons"] - small) / tail) : 15
    var large = 0
    return quantiles(.persons).map { quantile in
      var sum = 0.0
      for (offset, share) in sizes.dropLast().enumerated() {
        sum += share
        if quantile < sum { return offset + 1 }
      }
      large += 1
      return Int((largeMean * Double(large)).rounded()) - Int((largeMean * Double(large - 1)).rounded())
    }
  }

  /// Members under 15 or over 64, so that the mean of their ratio to the others is that of the cell.
  private func dependants(_ persons: [Int]) -> [Int] {
    let luck = normals(.dependants)
    func counts(_ scale: Double) -> [Int] {
      zip(persons, luck).map { persons, luck in
        let expected = scale * (Double(persons) - 1.3) + 0.5 * Double(persons).squareRoot() * luck
        return max(0, min(persons - 1, Int(max(0, expected) + 0.5)))
      }
    }
    return Calibration.solve(target: cell["mean_dependency_ratio"], upTo: 2, counts) { counts in
      zip(persons, counts).map { Double($1) / Double($0 - $1) }
    }
  }

  private func workers(_ able: [Int]) -> [Int] {
    let luck = normals(.workers)
    func counts(_ scale: Double) -> [Int] {
      zip(able, luck).map { able, luck in
        let expected = scale * Double(able) + 0.5 * Double(able).squareRoot() * luck
        return max(0, min(able, Int(max(0, expected) + 0.5)))
      }
    }
    return Calibration.solve(target: cell["mean_workers"], upTo: 2, counts) { $0.map(Double.init) }
  }

  private func rooms(_ persons: [Int]) -> [Int] {
    let spread = normals(.rooms).map { exponential(0.45 * $0) }
    func counts(_ scale: Double) -> [Int] {
      zip(persons, spread).map { max(1, Int(scale * Double($0).squareRoot() * $1 + 0.5)) }
    }
    return Calibration.solve(target: cell["mean_rooms"], upTo: 10, counts) { $0.map(Double.init) }
  }

  private func schooling(_ schoolAge: [Int]) -> [Int] {
    zip(schoolAge, quantiles(.schooling)).map { count, quantile in
      if quantile < tables.noneInSchool { return 0 }
      if quantile >= 1 - tables.allInSchool { return count }
      return (count + 1) / 2
    }
  }

  private func land() -> [Double] {
    let share = cell["share_owning_land"]
    let median = cell.values["median_acres_owners"] ?? SupplementaryMargins.medianAcres
    return quantiles(.land).map { quantile in
      guard quantile < share else { return 0 }
      return median * exponential(SupplementaryMargins.spreadOfAcres * normalQuantile(quantile / share))
    }
  }

  private func toilets() -> [SurveyHousehold.Toilet] {
    let none = cell["share_toilet_none"]
    return quantiles(.toilet).map { quantile in
      guard quantile >= none else { return .none }
      return quantile < none + (1 - none) * tables.flushShare ? .flush : .pit
    }
  }
}
