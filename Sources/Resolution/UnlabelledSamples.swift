import JSONText
import Recognition

extension [Claim] {
    /// What is sent, of two samples right below a request line that nothing labels: the second is
    /// what comes back.
    func firstOfTwoSamples(on page: PageClaims, own: Int) -> Int? {
        var samples: [Int] = []
        for (position, claim) in enumerated() {
            switch claim.statement {
            case .sample(let sample):
                guard claim.section == own, sample.direction == nil, sample.status == nil,
                    page.sections[own].level < labelLevel, page.sections[own].status == nil
                else { return nil }
                samples.append(position)
            case .fields, .call: return nil
            default: continue
            }
        }
        return samples.count == 2 ? samples[0] : nil
    }
}

extension Sample {
    /// Whether an object of the sample has a member of this name.
    func shows(_ name: String) -> Bool {
        document.values.contains { value in
            guard case .object(let members) = value.node else { return false }
            return members.contains(where: { $0.key == name })
        }
    }
}
