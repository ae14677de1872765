/** What was said, in words and in sound: spellings made alike, transcripts out of a model's frames, voices held against each other. Plain Java. */
@NullMarked
package org.aimass.engine.speech;

import org.jspecify.annotations.NullMarked;
