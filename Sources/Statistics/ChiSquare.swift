/// The chi-square distribution.
public enum ChiSquare {
    /// The share of the distribution at or below a value: P(ν∕2, x∕2).
    ///
    /// Source: Abramowitz & Stegun 26.4.19. Nil unless ν is positive and finite and the value is not negative.
    public static func cumulative(_ value: Double, degreesOfFreedom: Double) -> Double? {
        regularizedLowerGamma(shape: degreesOfFreedom / 2, value / 2)
    }

    /// The value with the given share at or below it, to 1e-10 of itself. Nil unless 0 < share < 1 and ν is positive
    /// and finite.
    ///
    /// Found as the root of the smaller tail on a logarithmic scale, from the start of Wilson and Hilferty (1931).
    public static func quantile(_ share: Double, degreesOfFreedom: Double) -> Double? {
        guard share > 0, share < 1, degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
        let shape = degreesOfFreedom / 2
        let ninth = 1 / (9 * shape)
        let cubeRoot = 1 - ninth + (Normal.quantile(share) ?? 0) * ninth.squareRoot()
        let guess = cubeRoot > 0.1 ? shape * cubeRoot * cubeRoot * cubeRoot : shape * 1e-3
        let useLower = share < 0.5
        let logOfShare = logarithm(useLower ? share : 1 - share)
        let root = rootOfIncreasing(start: logarithm(guess)) { logOfValue in
            let value = exponential(logOfValue)
            let shares = incompleteGamma(shape: shape, value)
            let steepness = gammaFront(shape: shape, value)
            if useLower { return (logarithm(shares.lower) - logOfShare, steepness / shares.lower) }
            return (logOfShare - logarithm(shares.upper), steepness / shares.upper)
        }
        return 2 * exponential(root)
    }
}
