package org.laurel.document.schema;

/**
 * Where a document breaks a schema.
 *
 * @param pointer JSON Pointer into the document; empty for the whole
 * @param detail what was expected
 */
public record SchemaFault(String pointer, String detail) {}
