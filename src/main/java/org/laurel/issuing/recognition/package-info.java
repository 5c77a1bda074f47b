/** Says what micro-credentials count for, and where: signed by the organisations that recognise them. */
@NullMarked
package org.laurel.issuing.recognition;

import org.jspecify.annotations.NullMarked;
