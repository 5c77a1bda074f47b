package org.laurel.shared.json;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a document. It is written out as a JSON Pointer only when somebody asks, which is when there is
 * something to say of it.
 */
public final class Place {
    /** The document itself. */
    public static final Place TOP = new Place(null, "", -1);

    private final @Nullable Place parent;
    private final String member;
    private final int index;

    private Place(@Nullable Place parent, String member, int index) {
        this.parent = parent;
        this.member = member;
        this.index = index;
    }

    /** A member further. */
    public Place member(String name) {
        return new Place(this, name, -1);
    }

    /** An item further. */
    public Place item(int number) {
        return new Place(this, "", number);
    }

    /** The JSON Pointer (RFC 6901). */
    public String pointer() {
        if (parent == null) {
            return "";
        }
        return index < 0 ? Pointers.child(parent.pointer(), member) : parent.pointer() + "/" + index;
    }
}
