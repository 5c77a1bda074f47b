package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A hashed identity is an algorithm's name, a dollar sign and hexadecimal digits. */
@Singleton
final class IdentityHash extends ObjectRule {

    IdentityHash() {
        super("identity-hash", "OB 3.0 data model, IdentityHash");
    }

    @Override
    Stream<LintFinding> judge(PlacedObject object) {
        JsonNode hash = object.json().path("identityHash");
        boolean broken = object.shape().name().equals("IdentityObject")
                && object.json().path("hashed").asBoolean(false)
                && hash.isTextual()
                && !HashedIdentity.isHash(hash.textValue());
        return broken
                ? Stream.of(error(
                        object.at("identityHash"),
                        "expected sha256$ and 64, or md5$ and 32 hexadecimal digits, got another text"))
                : Stream.empty();
    }
}
