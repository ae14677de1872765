/** Tests of the house itself: that the rooms keep to the plan, and that the pages, words and files beside the code agree with it. */
@NullMarked
package org.aimass.house;

import org.jspecify.annotations.NullMarked;
