/** Says what a form that people fill over days still lacks, in the words of the form. */
@NullMarked
package org.laurel.issuing.completeness;

import org.jspecify.annotations.NullMarked;
