import APIModel
import Mustache

extension NeutralAPI {
    /// A way to authenticate.
    func scheme(_ scheme: SecurityScheme) -> TemplateObject {
        var context: TemplateObject = [
            "name": text(scheme.name), "description": text(scheme.description?.value),
        ]
        add(scheme.kind.value, to: &context)
        return context
    }

    func permission(_ permission: Permission) -> TemplateObject {
        ["name": text(permission.name), "description": text(permission.description)]
    }

    /// How a credential goes: of six names at most one is true, or there.
    func add(_ kind: SecurityScheme.Kind?, to context: inout TemplateObject) {
        context["isBearer"] = .boolean(kind == .bearer)
        context["isBasic"] = .boolean(kind == .basic)
        context["isDigest"] = .boolean(kind == .digest)
        context["tokenHeader"] = .absent
        context["tokenQuery"] = .absent
        context["tokenCookie"] = .absent
        switch kind {
        case .header(let name, let prefix):
            context["tokenHeader"] = .object([
                "name": text(name), "prefix": TargetText(prefix, in: language).value,
            ])
        case .query(let name): context["tokenQuery"] = text(name)
        case .cookie(let name): context["tokenCookie"] = text(name)
        case .bearer, .basic, .digest, .other, nil: break
        }
    }
}
