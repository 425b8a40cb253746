// What every peer prints: a line "metric, numerator, denominator" and a line "metric, order" for each offending order.
export function print(metric, numerator, denominator, orders) {
  process.stdout.write(`${metric}\t${numerator}\t${denominator}\n${orders.map((order) => `${metric}\t${order}\n`).join('')}`);
}
