package org.laurel.document.lint;

import java.util.function.Predicate;

/**
 * A member of a shape.
 *
 * @param name its name
 * @param required whether it must be there
 * @param many whether its values stand in an array
 * @param form what a value looks like
 * @param shape the shape of an object value; empty for other forms
 * @param term which texts are terms; used by {@link ValueForm#TERM} only
 */
public record Member(
        String name, boolean required, boolean many, ValueForm form, String shape, Predicate<String> term) {

    /** Whether one bare value may stand for an array of one without remark (OB 3.0 serialization, "compacted"). */
    public boolean mayBeBare() {
        return name.equals("credentialSchema") || name.equals("termsOfUse") || name.equals("credentialStatus");
    }

    /** Whether its values are objects in which other members are looked for. */
    public boolean holdsObjects() {
        return form == ValueForm.OBJECT || form == ValueForm.PROFILE_REFERENCE;
    }
}
