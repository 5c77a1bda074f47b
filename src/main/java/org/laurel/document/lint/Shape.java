package org.laurel.document.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A class of the data model: its members and how it names itself. */
public final class Shape {
    private final String name;
    private final List<Member> members;
    private final List<Member> required;
    private final boolean typed;
    private final boolean closed;

    private Shape(String name, List<Member> members, boolean typed, boolean closed) {
        this.name = name;
        this.members = List.copyOf(members);
        this.typed = typed;
        this.closed = closed;
        this.required = members.stream().filter(Member::required).toList();
    }

    /** The class's name, the value of {@code type} when it has one. */
    public String name() {
        return name;
    }

    /** What it may hold. */
    public List<Member> members() {
        return members;
    }

    /** What it must hold. */
    public List<Member> required() {
        return required;
    }

    /** Whether it names itself in {@code type}. */
    public boolean typed() {
        return typed;
    }

    /** Whether nothing else may be in it. */
    public boolean closed() {
        return closed;
    }

    /** The member of this name. */
    public Optional<Member> member(String memberName) {
        for (Member member : members) {
            if (member.name().equals(memberName)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }

    /** Writes a shape down. */
    static final class Draft {
        private final String name;
        private final List<Member> members = new ArrayList<>();

        Draft(String name) {
            this.name = name;
        }

        Draft one(ValueForm form, String... names) {
            return add(true, false, form, "", names);
        }

        Draft maybe(ValueForm form, String... names) {
            return add(false, false, form, "", names);
        }

        Draft many(ValueForm form, String... names) {
            return add(false, true, form, "", names);
        }

        Draft oneOf(String shape, String memberName) {
            return add(true, false, ValueForm.OBJECT, shape, memberName);
        }

        /** At least one. */
        Draft some(ValueForm form, String... names) {
            return add(true, true, form, "", names);
        }

        Draft maybeOf(String shape, String... names) {
            return add(false, false, ValueForm.OBJECT, shape, names);
        }

        Draft manyOf(String shape, String memberName) {
            return add(false, true, ValueForm.OBJECT, shape, memberName);
        }

        Draft issuer(String shape) {
            return add(true, false, ValueForm.PROFILE_REFERENCE, shape, "issuer");
        }

        Draft term(boolean required, String memberName, Predicate<String> term) {
            members.add(new Member(memberName, required, false, ValueForm.TERM, "", term));
            return this;
        }

        Shape open() {
            return new Shape(name, members, true, false);
        }

        Shape closed() {
            return new Shape(name, members, true, true);
        }

        Shape untyped() {
            return new Shape(name, members, false, false);
        }

        private Draft add(boolean required, boolean many, ValueForm form, String shape, String... names) {
            for (String memberName : names) {
                members.add(new Member(memberName, required, many, form, shape, text -> true));
            }
            return this;
        }
    }
}
