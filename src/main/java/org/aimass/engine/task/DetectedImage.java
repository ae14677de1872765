package org.aimass.engine.task;

import org.aimass.engine.metrics.Overlaps;

/**
 * One image with its objects and what was detected in it.
 *
 * @param number its place in an order that follows from the data, from 0
 * @param features codes of the image's features; 0 for those of objects
 * @param objects in the order of their file
 * @param codes by [feature][object] those of the object and of its image
 * @param detections in the order of their file
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DetectedImage(int number, int[] features, Things objects, int[][] codes, Things detections) {

    /**
     * Objects or detections.
     *
     * @param category of each its place among the plan's
     * @param box four numbers each: left, top, width, height
     * @param area in square pixels
     * @param points keypoints by thing, three numbers each; empty for boxes
     * @param ignored objects that need not be found, such as those without labelled keypoints; empty for detections
     * @param crowd objects that stand for many, and are not to be found either; empty for detections
     * @param score of detections; empty for objects
     */
    public record Things(
            int[] category,
            double[] box,
            double[] area,
            double[] points,
            boolean[] ignored,
            boolean[] crowd,
            double[] score) {

        public Things {
            if (box.length != Overlaps.BOX * category.length || area.length != category.length) {
                throw new IllegalArgumentException("not a box and an area each");
            }
        }

        public int size() {
            return category.length;
        }
    }
}
