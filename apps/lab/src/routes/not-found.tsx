import { Link } from '@tanstack/react-router';

export function NotFound() {
  return (
    <>
      <h1>There is no such page.</h1>
      <p className="section-about">
        There are <Link to="/">the answer for order details</Link>, <Link to="/compare">the comparison</Link>,{' '}
        <Link to="/start">the first calls</Link> and <Link to="/method">how it is measured</Link>.
      </p>
    </>
  );
}
