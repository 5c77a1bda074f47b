package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** Images, identifier entries and identity objects hold nothing but what the data model gives them. */
@Singleton
final class ClosedObject extends ObjectRule {

    ClosedObject() {
        super("closed-object", "OB 3.0 data model, Image, IdentifierEntry, IdentityObject");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        if (!object.shape().closed()) {
            return;
        }
        object.json().fieldNames().forEachRemaining(name -> {
            if (!allowed(object, name)) {
                found.accept(error(object.at(name), object.shape().name() + " takes no member " + name));
            }
        });
    }

    private static boolean allowed(PlacedObject object, String name) {
        return name.equals("type")
                || name.equals("@context")
                || object.shape().member(name).isPresent();
    }
}
