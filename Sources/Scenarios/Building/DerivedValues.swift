import Households

/// Fills in the values that follow from others: the cost of delivering an intervention.
struct DerivedValues {
  /// The scenario's numbers, for the deflator.
  let parameters: Parameters

  /// The scenario with the cost of delivery of every intervention.
  func filled(_ scenario: CheckedRecord) -> CheckedRecord {
    scenario.mapping("programmes") { programmes in
      .list(
        (programmes.list ?? []).map { programme in
          guard let record = programme.record else { return programme }
          var result = programme
          result.content = .record(filled(programme: record))
          return result
        })
    }
  }

  private func filled(programme: CheckedRecord) -> CheckedRecord {
    let level = programme.priceYear.flatMap(priceLevel) ?? 1
    return programme.mapping("package") { package in
      .list(
        (package.list ?? []).map { entry in
          guard case .variant(let kind, let record) = entry.content, let defaults = PackageSchema.defaults[kind] else {
            return entry
          }
          var result = entry
          result.content = .variant(kind, filled(record, of: kind, defaults.deliveryCost, priceLevel: level))
          return result
        })
    }
  }

  private func filled(
    _ record: CheckedRecord, of kind: String, _ cost: InterventionDefaults.DeliveryCost, priceLevel: Double
  ) -> CheckedRecord {
    guard record["delivery_cost"] == nil else { return record }
    let fields = PackageSchema.interventions.first { $0.name == kind }?.record.fields ?? []
    guard let position = fields.firstIndex(where: { $0.key == "delivery_cost" }) else { return record }
    var value = CheckedValue(content: .number(0), site: .standard, unit: fields[position].unit)
    switch cost {
    case .shareOf(let key, let share):
      value.content = .number((share * (record[key]?.number ?? 0)).rounded())
      value.source = "assumed: \(plain(share)) of \(key)"
    case .pkr(let amount):
      value.content = .number((amount * priceLevel).rounded())
      value.source = "assumed: \(plain(amount)) PKR of 2015-16"
    case .pkrBy(let key, let amounts):
      let amount = amounts[record[key]?.text ?? ""] ?? 0
      value.content = .number((amount * priceLevel).rounded())
      value.source = "assumed: \(plain(amount)) PKR of 2015-16"
    }
    var result = record
    let following = fields[position...].map(\.key)
    let index = result.values.firstIndex { following.contains($0.key) } ?? result.values.count
    result.values.insert(("delivery_cost", value), at: index)
    return result
  }

  /// The price level of a year, 2015-16 = 1.
  private func priceLevel(of year: Int) -> Double? {
    func deflator(_ year: Int) -> Double? {
      let path = ParameterSchema.deflatorPrefix + "\(year)"
      return Parameters.catalogue.first { $0.path == path }?.value(in: parameters)
    }
    guard let level = deflator(year), let base = deflator(2016) else { return nil }
    return level / base
  }
}

extension CheckedRecord {
  /// The year in whose prices a programme's amounts are.
  var priceYear: Int? { self["budget"]?.record?["price_year"]?.whole ?? self["price_year"]?.whole }

  /// The record with the value of one key changed.
  fileprivate func mapping(_ key: String, _ change: (CheckedValue) -> CheckedValue.Content) -> CheckedRecord {
    var result = self
    for index in values.indices where values[index].key == key {
      result.values[index].value.content = change(values[index].value)
    }
    return result
  }
}
