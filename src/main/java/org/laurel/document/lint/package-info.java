/** Judges a document, proof apart, against every rule. */
@NullMarked
package org.laurel.document.lint;

import org.jspecify.annotations.NullMarked;
