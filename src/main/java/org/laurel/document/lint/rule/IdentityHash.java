package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A hashed identity is an algorithm's name, a dollar sign and hexadecimal digits; MD5 is allowed, and weak. */
@Singleton
final class IdentityHash extends ObjectRule {

    IdentityHash() {
        super("identity-hash", "OB 3.0 data model, IdentityHash");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        JsonNode hash = object.json().path("identityHash");
        if (!object.shape().name().equals("IdentityObject")
                || !object.json().path("hashed").asBoolean(false)
                || !hash.isTextual()) {
            return;
        }
        if (!HashedIdentity.isHash(hash.textValue())) {
            found.accept(error(
                    object.at("identityHash"),
                    "expected sha256$ and 64, or md5$ and 32 hexadecimal digits, got another text"));
        } else if (HashedIdentity.isWeak(hash.textValue())) {
            found.accept(warning(
                    object.at("identityHash"),
                    "expected sha256$: md5$ is allowed, but weak, as others can be made to match it"));
        }
    }
}
