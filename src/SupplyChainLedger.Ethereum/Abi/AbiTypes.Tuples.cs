namespace SupplyChainLedger.Ethereum.Abi;

// Tuples by their number of members; C# has no other way to say it. Longer ones nest through Map.
public static partial class AbiTypes
{
    /// <summary><c>()</c>: no arguments, or no result.</summary>
    public static AbiType<ValueTuple> Nothing { get; } =
        NoMembers.Instance.As<ValueTuple>(static none => none, static none => none);

    /// <summary><c>(A)</c>: one argument or result, as it is.</summary>
    public static AbiType<T> Tuple<T>(AbiType<T> only) =>
        NoMembers.Instance.After(only).As<T>(static value => (value, default), static members => members.First);

    /// <summary><c>(A,B)</c>.</summary>
    public static AbiType<(T1, T2)> Tuple<T1, T2>(AbiType<T1> a, AbiType<T2> b) =>
        NoMembers.Instance.After(b).After(a).As<(T1, T2)>(
            static tuple =>
            {
                var (a, b) = tuple;
                return (a, (b, default));
            },
            static members =>
            {
                var (a, (b, _)) = members;
                return (a, b);
            });

    /// <summary><c>(A,B,C)</c>.</summary>
    public static AbiType<(T1, T2, T3)> Tuple<T1, T2, T3>(AbiType<T1> a, AbiType<T2> b, AbiType<T3> c) =>
        NoMembers.Instance.After(c).After(b).After(a).As<(T1, T2, T3)>(
            static tuple =>
            {
                var (a, b, c) = tuple;
                return (a, (b, (c, default)));
            },
            static members =>
            {
                var (a, (b, (c, _))) = members;
                return (a, b, c);
            });

    /// <summary><c>(A,…,D)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d) =>
        NoMembers.Instance.After(d).After(c).After(b).After(a).As<(T1, T2, T3, T4)>(
            static tuple =>
            {
                var (a, b, c, d) = tuple;
                return (a, (b, (c, (d, default))));
            },
            static members =>
            {
                var (a, (b, (c, (d, _)))) = members;
                return (a, b, c, d);
            });

    /// <summary><c>(A,…,E)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d, AbiType<T5> e) =>
        NoMembers.Instance.After(e).After(d).After(c).After(b).After(a).As<(T1, T2, T3, T4, T5)>(
            static tuple =>
            {
                var (a, b, c, d, e) = tuple;
                return (a, (b, (c, (d, (e, default)))));
            },
            static members =>
            {
                var (a, (b, (c, (d, (e, _))))) = members;
                return (a, b, c, d, e);
            });

    /// <summary><c>(A,…,F)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d, AbiType<T5> e, AbiType<T6> f) =>
        NoMembers.Instance.After(f).After(e).After(d).After(c).After(b).After(a).As<(T1, T2, T3, T4, T5, T6)>(
            static tuple =>
            {
                var (a, b, c, d, e, f) = tuple;
                return (a, (b, (c, (d, (e, (f, default))))));
            },
            static members =>
            {
                var (a, (b, (c, (d, (e, (f, _)))))) = members;
                return (a, b, c, d, e, f);
            });

    /// <summary><c>(A,…,G)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d, AbiType<T5> e, AbiType<T6> f, AbiType<T7> g) =>
        NoMembers.Instance.After(g).After(f).After(e).After(d).After(c).After(b).After(a)
            .As<(T1, T2, T3, T4, T5, T6, T7)>(
            static tuple =>
            {
                var (a, b, c, d, e, f, g) = tuple;
                return (a, (b, (c, (d, (e, (f, (g, default)))))));
            },
            static members =>
            {
                var (a, (b, (c, (d, (e, (f, (g, _))))))) = members;
                return (a, b, c, d, e, f, g);
            });

    /// <summary><c>(A,…,H)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d, AbiType<T5> e, AbiType<T6> f, AbiType<T7> g,
        AbiType<T8> h) =>
        NoMembers.Instance.After(h).After(g).After(f).After(e).After(d).After(c).After(b).After(a)
            .As<(T1, T2, T3, T4, T5, T6, T7, T8)>(
            static tuple =>
            {
                var (a, b, c, d, e, f, g, h) = tuple;
                return (a, (b, (c, (d, (e, (f, (g, (h, default))))))));
            },
            static members =>
            {
                var (a, (b, (c, (d, (e, (f, (g, (h, _)))))))) = members;
                return (a, b, c, d, e, f, g, h);
            });

    /// <summary><c>(A,…,I)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d, AbiType<T5> e, AbiType<T6> f, AbiType<T7> g,
        AbiType<T8> h, AbiType<T9> i) =>
        NoMembers.Instance.After(i).After(h).After(g).After(f).After(e).After(d).After(c).After(b).After(a)
            .As<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>(
            static tuple =>
            {
                var (a, b, c, d, e, f, g, h, i) = tuple;
                return (a, (b, (c, (d, (e, (f, (g, (h, (i, default)))))))));
            },
            static members =>
            {
                var (a, (b, (c, (d, (e, (f, (g, (h, (i, _))))))))) = members;
                return (a, b, c, d, e, f, g, h, i);
            });

    /// <summary><c>(A,…,J)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d, AbiType<T5> e, AbiType<T6> f, AbiType<T7> g,
        AbiType<T8> h, AbiType<T9> i, AbiType<T10> j) =>
        NoMembers.Instance.After(j).After(i).After(h).After(g).After(f).After(e).After(d).After(c).After(b).After(a)
            .As<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>(
            static tuple =>
            {
                var (a, b, c, d, e, f, g, h, i, j) = tuple;
                return (a, (b, (c, (d, (e, (f, (g, (h, (i, (j, default))))))))));
            },
            static members =>
            {
                var (a, (b, (c, (d, (e, (f, (g, (h, (i, (j, _)))))))))) = members;
                return (a, b, c, d, e, f, g, h, i, j);
            });

    /// <summary><c>(A,…,K)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>
        Tuple<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d, AbiType<T5> e, AbiType<T6> f, AbiType<T7> g,
        AbiType<T8> h, AbiType<T9> i, AbiType<T10> j, AbiType<T11> k) =>
        NoMembers.Instance.After(k).After(j).After(i).After(h).After(g).After(f).After(e).After(d).After(c)
            .After(b).After(a).As<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>(
            static tuple =>
            {
                var (a, b, c, d, e, f, g, h, i, j, k) = tuple;
                return (a, (b, (c, (d, (e, (f, (g, (h, (i, (j, (k, default)))))))))));
            },
            static members =>
            {
                var (a, (b, (c, (d, (e, (f, (g, (h, (i, (j, (k, _))))))))))) = members;
                return (a, b, c, d, e, f, g, h, i, j, k);
            });

    /// <summary><c>(A,…,L)</c>.</summary>
    public static AbiType<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>
        Tuple<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        AbiType<T1> a, AbiType<T2> b, AbiType<T3> c, AbiType<T4> d, AbiType<T5> e, AbiType<T6> f, AbiType<T7> g,
        AbiType<T8> h, AbiType<T9> i, AbiType<T10> j, AbiType<T11> k, AbiType<T12> l) =>
        NoMembers.Instance.After(l).After(k).After(j).After(i).After(h).After(g).After(f).After(e).After(d).After(c)
            .After(b).After(a).As<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>(
            static tuple =>
            {
                var (a, b, c, d, e, f, g, h, i, j, k, l) = tuple;
                return (a, (b, (c, (d, (e, (f, (g, (h, (i, (j, (k, (l, default))))))))))));
            },
            static members =>
            {
                var (a, (b, (c, (d, (e, (f, (g, (h, (i, (j, (k, (l, _)))))))))))) = members;
                return (a, b, c, d, e, f, g, h, i, j, k, l);
            });
}
