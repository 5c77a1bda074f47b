/** Counts how an organisation assesses: how long it takes, how many pass, and how well its assessors agree. */
@NullMarked
package org.laurel.finding.figures;

import org.jspecify.annotations.NullMarked;
