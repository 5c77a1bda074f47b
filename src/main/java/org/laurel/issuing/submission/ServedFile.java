package org.laurel.issuing.submission;

import org.laurel.document.media.MediaKind;
import org.laurel.shared.sealing.PersonKey;

/**
 * A file as somebody gets it.
 *
 * @param stored under which name the store has it
 * @param key what it is sealed under
 * @param context what it is sealed for
 * @param name what it is called when it is saved
 * @param kind what it is
 * @param size how many bytes it has
 * @param digest SHA-256 of them, in hexadecimal
 */
public record ServedFile(
        String stored, PersonKey key, String context, String name, MediaKind kind, long size, String digest) {}
