package io.github.mlmaven.measure;

/** How often each of many numbers was seen, 16 bytes for each and no object. */
public final class LongCounts {

    /** Shows a number and how often it was seen. */
    @FunctionalInterface
    public interface Each {
        void accept(long number, long count);
    }

    private long[] numbers = new long[16];
    private long[] counts = new long[16];
    private int size;

    public void add(long number, long count) {
        int slot = slot(number);
        if (counts[slot] == 0) {
            numbers[slot] = number;
            size++;
        }
        counts[slot] += count;
        if (size > numbers.length / 2) {
            grow();
        }
    }

    public int size() {
        return size;
    }

    /** In an order that means nothing. */
    public void forEach(Each each) {
        for (int slot = 0; slot < numbers.length; slot++) {
            if (counts[slot] != 0) {
                each.accept(numbers[slot], counts[slot]);
            }
        }
    }

    private int slot(long number) {
        int mask = numbers.length - 1;
        int slot = (int) Hash.mix(number) & mask;
        while (counts[slot] != 0 && numbers[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        long[] oldCounts = counts;
        numbers = new long[2 * oldNumbers.length];
        counts = new long[2 * oldCounts.length];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldNumbers[i]);
                numbers[slot] = oldNumbers[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
