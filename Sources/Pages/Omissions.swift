/// What the model leaves out, as a page ends with.
enum Omissions {
  static let sentences = [
    "Births, deaths, marriage and migration: households and their members stay as they are.",
    "Wages and prices that react to programmes, but for those of patrons and of collective purchase.",
    "A calendar of known shocks, such as floods or a pandemic: shocks come by chance, at constant rates.",
    "What programmes do outside the simulated places, and beyond the horizon but for the stated assumptions on gains.",
    "How sure the assumed values are: intervals hold chance alone.",
  ]
}
