import Households

/// Fills in the values that follow from others: the cost of delivering an intervention, and assumed amounts at the
/// price level of a programme.
struct DerivedValues {
  /// The scenario's numbers, for the deflator.
  let parameters: Parameters

  /// The scenario with all costs of every intervention.
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
          guard case .variant(let kind, var record) = entry.content,
            let schema = PackageSchema.entries.first(where: { $0.name == kind })?.record
          else { return entry }
          record = filledMoney(record, of: schema, priceLevel: level)
          if let defaults = InterventionDefaults.all[kind] {
            record = filled(record, of: schema, defaults.deliveryCost, priceLevel: level)
          }
          var result = entry
          result.content = .variant(kind, record)
          return result
        })
    }
  }

  /// The record with the assumed amounts that nobody gave, also those of the records in it.
  private func filledMoney(_ record: CheckedRecord, of schema: Record, priceLevel: Double) -> CheckedRecord {
    var result = record
    for field in schema.fields {
      if case .money(let amount) = field.presence, record[field.key] == nil {
        result.insert(assumed(amount, priceLevel, unit: field.unit), for: field.key, of: schema)
      } else if case .record(let inner) = field.shape {
        result = result.mapping(field.key) { value in
          value.record.map { .record(filledMoney($0, of: inner, priceLevel: priceLevel)) } ?? value.content
        }
      }
    }
    return result
  }

  private func filled(
    _ record: CheckedRecord, of schema: Record, _ cost: InterventionDefaults.DeliveryCost, priceLevel: Double
  ) -> CheckedRecord {
    guard record["delivery_cost"] == nil, let field = schema.field("delivery_cost") else { return record }
    var value = CheckedValue(content: .number(0), site: .standard, unit: field.unit)
    switch cost {
    case .shareOf(let key, let share):
      value.content = .number((share * (record[key]?.number ?? 0)).rounded())
      value.source = "assumed: \(plain(share)) of \(key)"
    case .pkr(let amount):
      value = assumed(amount, priceLevel, unit: field.unit)
    case .pkrBy(let key, let amounts):
      value = assumed(amounts[record[key]?.text ?? ""] ?? 0, priceLevel, unit: field.unit)
    }
    var result = record
    result.insert(value, for: "delivery_cost", of: schema)
    return result
  }

  private func assumed(_ amount: Double, _ priceLevel: Double, unit: String) -> CheckedValue {
    CheckedValue(
      content: .number((amount * priceLevel).rounded()), site: .standard, unit: unit,
      source: "assumed: \(plain(amount)) PKR of 2015-16")
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

  /// Puts a value where its key stands in the schema.
  fileprivate mutating func insert(_ value: CheckedValue, for key: String, of schema: Record) {
    let following = schema.fields.map(\.key).drop { $0 != key }
    var value = value
    value.allowed = schema.field(key)?.shape.allowedNumbers
    values.insert((key, value), at: values.firstIndex { following.contains($0.key) } ?? values.count)
  }

  /// The record with the value of one key changed.
  fileprivate func mapping(_ key: String, _ change: (CheckedValue) -> CheckedValue.Content) -> CheckedRecord {
    var result = self
    for index in values.indices where values[index].key == key {
      result.values[index].value.content = change(values[index].value)
    }
    return result
  }
}
