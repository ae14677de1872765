/** Evaluation datasets: labelled rows used to measure, never to train; a version is fixed by its digest. */
@NullMarked
package org.aimass.dataset.entity;

import org.jspecify.annotations.NullMarked;
