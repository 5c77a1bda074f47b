package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.ValueForm;

/** A term of a vocabulary is listed, or starts ext: where the vocabulary is extensible. */
@Singleton
final class TermForm extends TextValueRule {

    TermForm() {
        super("term-form", "OB 3.0 data model, enumerations", ValueForm.TERM, "a term of this vocabulary");
    }

    @Override
    boolean fits(Member member, String text) {
        return member.term().test(text);
    }
}
