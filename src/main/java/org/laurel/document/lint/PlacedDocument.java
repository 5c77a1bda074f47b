package org.laurel.document.lint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.shared.json.Place;

/** A document as the rules see it: of which kind and generation it is, and the objects in it that have a class. */
public final class PlacedDocument {
    private final CredentialDocument document;
    private final CredentialKind kind;
    private final boolean versionOne;
    private final List<PlacedObject> objects = new ArrayList<>();

    private PlacedDocument(CredentialDocument document) {
        this.document = document;
        this.kind = CredentialKind.of(document);
        this.versionOne = CredentialKind.isVersionOne(document);
        Shapes.of(kind, versionOne)
                .ifPresent(shape -> new PlacedObject(Place.TOP, document.json(), shape).collect(objects));
    }

    /** Reads a document. */
    public static PlacedDocument of(CredentialDocument document) {
        return new PlacedDocument(document);
    }

    /** The document. */
    public CredentialDocument document() {
        return document;
    }

    /** Its JSON. */
    public ObjectNode json() {
        return document.json();
    }

    /** What it says it is. */
    public CredentialKind kind() {
        return kind;
    }

    /** Whether it follows VCDM 1.1. */
    public boolean isVersionOne() {
        return versionOne;
    }

    /** Every object that the data model gives a class to, parents first; none in what we have no rules for. */
    public List<PlacedObject> objects() {
        return objects;
    }
}
