package io.github.mlmaven.api;

/**
 * Something in the input or the surroundings stops the work. The problem says where and what was found, the remedy what
 * is allowed and what to do; both are whole sentences meant for the person who runs the build.
 */
public final class MlException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final String remedy;

    public MlException(String problem, String remedy) {
        super(problem + " " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    public MlException(String problem, String remedy, Throwable cause) {
        super(problem + " " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** Where and what was found. */
    public String problem() {
        return problem;
    }

    /** What is allowed and what to do. */
    public String remedy() {
        return remedy;
    }
}
