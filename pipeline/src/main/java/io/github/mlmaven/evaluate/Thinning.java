package io.github.mlmaven.evaluate;

import io.github.mlmaven.step.Curves.Curve;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A line of many points with as few as an eye tells from it: the first one after each step of the way, and both ends. */
final class Thinning {

    static final int MOST = 200;

    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();
    private final List<Double> way = new ArrayList<>();

    /** A further point; along the way, the horizontal and the vertical one count alike. */
    void add(double nextX, double nextY) {
        int last = x.size() - 1;
        way.add(last < 0 ? 0 : way.get(last) + Math.abs(nextX - x.get(last)) + Math.abs(nextY - y.get(last)));
        x.add(nextX);
        y.add(nextY);
    }

    /** @param area below all points */
    Curve curve(OptionalDouble area) {
        if (x.size() <= MOST) {
            return new Curve(area, x, y);
        }
        List<Double> keptX = new ArrayList<>();
        List<Double> keptY = new ArrayList<>();
        double whole = way.get(way.size() - 1);
        for (int i = 0; i < x.size(); i++) {
            boolean last = i == x.size() - 1;
            if (last || way.get(i) >= whole * keptX.size() / (MOST - 1)) {
                keptX.add(x.get(i));
                keptY.add(y.get(i));
            }
        }
        return new Curve(area, keptX, keptY);
    }
}
