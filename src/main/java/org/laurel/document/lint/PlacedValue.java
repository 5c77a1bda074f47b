package org.laurel.document.lint;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value and where it stands.
 *
 * @param pointer JSON Pointer in the document
 * @param json the value
 */
public record PlacedValue(String pointer, JsonNode json) {}
